using System.IO.MemoryMappedFiles;

namespace Docsite.Protocol;

/// <summary>
/// A file mapped into both processes: the statements that are running, the value that is being written down and what was printed so far. It outlives the worker,
/// so a block that exits, overflows the stack or is ended still tells where it was.
/// </summary>
internal sealed class FlightRecorder : IDisposable
{
    /// <summary>How many characters a block may print.</summary>
    internal const int OutputLimit = 1 << 20;

    /// <summary>What is being written down where it is no comment's value but the session's variables.</summary>
    internal const int Variables = -2;

    /// <summary>How long its file is.</summary>
    internal const int Bytes = OutputAt + (OutputLimit * sizeof(char));

    private const int StatementAt = 0;
    private const int ReadingAt = 4;
    private const int LengthAt = 8;
    private const int InnerAt = 16;
    private const int OutputAt = InnerAt + RunningStatements.Bytes;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    /// <summary>Opens the recorder.</summary>
    /// <param name="path">Its file; made where it does not exist.</param>
    internal FlightRecorder(string path)
    {
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, mapName: null, Bytes);
        _view = _file.CreateViewAccessor();
        Inner = new RunningStatements(_view.SafeMemoryMappedViewHandle.DangerousGetHandle() + (nint)_view.PointerOffset + InnerAt);
    }

    /// <summary>The top-level statement that is running; -1 before the first.</summary>
    internal int Statement
    {
        get => _view.ReadInt32(StatementAt);
        set => _view.Write(StatementAt, value);
    }

    /// <summary>The statements inside it that are running.</summary>
    internal RunningStatements Inner { get; }

    /// <summary>The comment whose value is being written down, by its number in the session; -1 where none is, or <see cref="Variables"/>.</summary>
    internal int Reading
    {
        get => _view.ReadInt32(ReadingAt);
        set => _view.Write(ReadingAt, value);
    }

    /// <summary>What the block printed.</summary>
    internal string Output
    {
        get
        {
            var text = new char[_view.ReadInt32(LengthAt)];
            _ = _view.ReadArray(OutputAt, text, 0, text.Length);
            return new string(text);
        }
    }

    /// <summary>Half of the block's time is over.</summary>
    internal void BeginSecondHalf() => _view.Write(InnerAt + RunningStatements.IsLateAt, 1);

    /// <summary>Forgets the block before.</summary>
    internal void Reset()
    {
        Statement = Reading = -1;
        Inner.Reset();
        _view.Write(LengthAt, 0);
    }

    /// <summary>Adds to the output.</summary>
    /// <returns>Whether everything had room.</returns>
    internal bool Append(char[] text, int start, int count)
    {
        var length = _view.ReadInt32(LengthAt);
        var room = Math.Min(count, OutputLimit - length);
        _view.WriteArray(OutputAt + (length * sizeof(char)), text, start, room);
        _view.Write(LengthAt, length + room);
        return room == count;
    }

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }
}
