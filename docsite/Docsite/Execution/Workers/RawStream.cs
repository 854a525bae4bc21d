using System.Text;
using System.Threading.Channels;

namespace Docsite.Execution.Workers;

/// <summary>One of a worker's own output streams, drained all the time and cut at the mark that ends each block.</summary>
internal sealed class RawStream
{
    /// <summary>How many bytes of a block are kept.</summary>
    private const int Limit = 1 << 20;

    private readonly Stream _stream;
    private readonly byte[] _mark;
    private readonly Channel<string> _blocks = Channel.CreateUnbounded<string>();

    internal RawStream(Stream stream, string mark)
    {
        _stream = stream;
        _mark = Encoding.UTF8.GetBytes(mark);
        Drained = DrainAsync();
    }

    private Task Drained { get; }

    /// <summary>What the block wrote: up to its mark, or up to the stream's end.</summary>
    internal async Task<string> BlockAsync() => await _blocks.Reader.WaitToReadAsync() ? await _blocks.Reader.ReadAsync() : "";

    /// <summary>Waits for the stream's end; a process that left the worker's group can hold it open, and is not waited for.</summary>
    internal async Task EndAsync(TimeSpan patience)
    {
        _ = await Task.WhenAny(Drained, Task.Delay(patience));
        _ = _blocks.Writer.TryComplete();
    }

    private async Task DrainAsync()
    {
        var pending = new MemoryStream();
        var buffer = new byte[4096];
        while (await _stream.ReadAsync(buffer) is > 0 and var count)
        {
            Add(pending, buffer.AsSpan(0, count));
        }
        if (pending.Length > 0) _ = _blocks.Writer.TryWrite(Text(pending.GetBuffer().AsSpan(0, (int)pending.Length)));
        _ = _blocks.Writer.TryComplete();
    }

    private void Add(MemoryStream pending, ReadOnlySpan<byte> read)
    {
        pending.Write(read);
        var bytes = pending.GetBuffer().AsSpan(0, (int)pending.Length);
        int at;
        while ((at = bytes.IndexOf(_mark)) >= 0)
        {
            _ = _blocks.Writer.TryWrite(Text(bytes[..at]));
            bytes = bytes[(at + _mark.Length)..];
        }
        // Beyond the limit only the end is kept, where the mark will come.
        var head = bytes.Length > Limit + (1 << 16) ? bytes[..Limit] : [];
        byte[] rest = [.. head, .. head.Length > 0 ? bytes[^_mark.Length..] : bytes];
        pending.SetLength(0);
        pending.Write(rest);
    }

    private static string Text(ReadOnlySpan<byte> bytes) =>
        Encoding.UTF8.GetString(bytes.Length > Limit ? bytes[..Limit] : bytes).ReplaceLineEndings("\n");
}
