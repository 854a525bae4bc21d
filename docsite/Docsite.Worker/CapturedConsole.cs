using System.Text;
using Docsite.Protocol;

namespace Docsite.Worker;

/// <summary>Stands in for the console: both writers fill the flight recorder in order, the reader is at its end.</summary>
internal sealed class CapturedConsole : IDisposable
{
    private readonly CaptureWriter _capture;
    private readonly byte[] _mark;
    private readonly Stream[] _streams = [Console.OpenStandardOutput(), Console.OpenStandardError()];
    private TextWriter _writer = TextWriter.Null;

    internal CapturedConsole(SessionHost host, string mark)
    {
        _capture = new CaptureWriter(host);
        _mark = Encoding.UTF8.GetBytes(mark);
    }

    /// <param name="isOfBlock">Whether a block runs now, not what is done at a session's end.</param>
    internal void Install(bool isOfBlock)
    {
        _capture.IsOpen = true;
        _capture.IsOfBlock = isOfBlock;
        _capture.IsClosed = false;
        Console.SetIn(TextReader.Null);
        Console.SetError(_capture);
        Console.SetOut(_capture);
        _writer = Console.Out;
    }

    public void Dispose()
    {
        _writer.Dispose();
        _capture.Dispose();
    }

    /// <summary>Takes the console back and marks the end of the block in the process's own streams.</summary>
    /// <returns>What the block did to the console, where it did something.</returns>
    internal EscapeKind? Restore()
    {
        var isReplaced = !ReferenceEquals(Console.Out, _writer);
        if (isReplaced) Console.Out.Flush();
        foreach (var stream in _streams)
        {
            stream.Write(_mark);
            stream.Flush();
        }
        // What the block left running prints on; that it does is told.
        _capture.IsOpen = _capture.IsOfBlock = false;
        Console.SetOut(_capture);
        return isReplaced ? EscapeKind.ConsoleReplaced : _capture.IsClosed ? EscapeKind.ConsoleClosed : null;
    }
}
