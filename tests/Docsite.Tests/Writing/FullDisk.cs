using Docsite.Writing;

namespace Docsite.Tests.Writing;

/// <summary>The real disk until a number of operations that need room is done; then there is none left.</summary>
internal sealed class FullDisk(int operationsLeft) : IFileOperations
{
    private readonly FileOperations _disk = new();
    private int _operationsLeft = operationsLeft;

    public IDisposable? TryHold(string path) => _disk.TryHold(path);

    public void CreateFolder(string path)
    {
        Take();
        _disk.CreateFolder(path);
    }

    public void Write(string path, ReadOnlySpan<byte> content)
    {
        // The first half still fits.
        if (_operationsLeft == 0) _disk.Write(path, content[..(content.Length / 2)]);
        Take();
        _disk.Write(path, content);
    }

    public void Copy(string from, string to)
    {
        Take();
        _disk.Copy(from, to);
    }

    public bool Link(string from, string to)
    {
        Take();
        return _disk.Link(from, to);
    }

    public Placement Place(string staged, string path) => _disk.Place(staged, path);

    public void DeleteFolder(string path) => _disk.DeleteFolder(path);

    public void Recover(string staged, string path) => _disk.Recover(staged, path);

    private void Take()
    {
        if (_operationsLeft-- <= 0) throw new IOException("No space left on device");
    }
}
