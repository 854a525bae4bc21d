using Docsite.Writing;

namespace Docsite.Tests.Writing;

/// <summary>The real disk until a number of operations is done; then nothing happens any more, as when a process is ended.</summary>
internal sealed class MortalDisk(int operationsLeft) : IFileOperations
{
    private readonly FileOperations _disk = new();
    private readonly List<IDisposable> _holds = [];
    private int _operationsLeft = operationsLeft;

    public IDisposable? TryHold(string path)
    {
        Count();
        if (_disk.TryHold(path) is not { } hold) return null;
        _holds.Add(hold);
        return hold;
    }

    public void CreateFolder(string path)
    {
        Count();
        _disk.CreateFolder(path);
    }

    public void Write(string path, ReadOnlySpan<byte> content)
    {
        // Half a file: the process may end inside the operation.
        if (_operationsLeft == 0) _disk.Write(path, content[..(content.Length / 2)]);
        Count();
        _disk.Write(path, content);
    }

    public void Copy(string from, string to)
    {
        Count();
        _disk.Copy(from, to);
    }

    public bool Link(string from, string to)
    {
        Count();
        return _disk.Link(from, to);
    }

    public Placement Place(string staged, string path)
    {
        Count();
        return _disk.Place(staged, path);
    }

    public void DeleteFolder(string path)
    {
        Count();
        _disk.DeleteFolder(path);
    }

    public void Recover(string staged, string path)
    {
        Count();
        _disk.Recover(staged, path);
    }

    private void Count()
    {
        if (_operationsLeft-- > 0) return;
        // The system lets go of what an ended process held.
        foreach (var hold in _holds) hold.Dispose();
        throw new ProcessEndedException();
    }
}

internal sealed class ProcessEndedException : Exception;
