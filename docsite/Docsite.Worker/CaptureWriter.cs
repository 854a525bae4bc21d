using System.Globalization;
using System.Text;
using Docsite.Protocol;

namespace Docsite.Worker;

/// <summary>Writes into the flight recorder; a block that prints more than it may is stopped where it stands.</summary>
internal sealed class CaptureWriter(SessionHost host) : TextWriter(CultureInfo.InvariantCulture)
{
    private readonly Lock _gate = new();

    /// <summary>What is printed now is written down.</summary>
    internal bool IsOpen { get; set; }

    /// <summary>A block is running; what earlier ones started prints for it.</summary>
    internal bool IsOfBlock { get; set; }

    /// <summary>Whether the block closed the console.</summary>
    internal bool IsClosed { get; set; }

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Append([value], 0, 1);

    public override void Write(char[] buffer, int index, int count) => Append(buffer, index, count);

    public override void Write(string? value)
    {
        if (value is not null) Append(value.ToCharArray(), 0, value.Length);
    }

    public override void WriteLine(string? value) => Write(value + CoreNewLineText);

    protected override void Dispose(bool disposing)
    {
        IsClosed = true;
        base.Dispose(disposing);
    }

    private string CoreNewLineText => new(CoreNewLine);

    private void Append(char[] text, int start, int count)
    {
        lock (_gate)
        {
            if (!IsOfBlock && Exits.StarterOfFlow is { } starter) host.TellLate(starter, new string(text, start, count));
            if (!IsOpen || (!IsOfBlock && Exits.StarterOfFlow is not null)) return;
            if (host.Recorder.Append(text, start, count)) return;
            host.Send(new FromWorker.Escaped(EscapeKind.TooMuchOutput, null));
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
