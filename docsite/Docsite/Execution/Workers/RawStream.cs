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
    private readonly Action _overflowed;
    private readonly Channel<string> _blocks = Channel.CreateUnbounded<string>();

    /// <param name="stream">The stream.</param>
    /// <param name="mark">What ends each block.</param>
    /// <param name="overflowed">Told when a block writes more than is kept.</param>
    internal RawStream(Stream stream, string mark, Action overflowed)
    {
        _stream = stream;
        _overflowed = overflowed;
        _mark = Encoding.UTF8.GetBytes(mark);
        Drained = DrainAsync();
    }

    private Task Drained { get; }

    /// <summary>What the block wrote: up to its mark, or up to the stream's end.</summary>
    internal async Task<string> BlockAsync() => await _blocks.Reader.WaitToReadAsync() ? await _blocks.Reader.ReadAsync() : "";

    /// <summary>Waits for the stream's end; a process that left the worker's group can hold it open, and is not waited for.</summary>
    internal async Task EndAsync()
    {
        await Patience.WaitAsync(Drained);
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
        if (at < 0 && bytes.Length == pending.Length && bytes.Length <= Limit) return;
        if (bytes.Length > Limit) _overflowed();
        // What is kept beyond the limit is no more than the mark that may come.
        byte[] rest = bytes.Length > Limit + (1 << 16) ? [.. bytes[..Limit], .. bytes[^_mark.Length..]] : bytes.ToArray();
        pending.SetLength(0);
        pending.Write(rest);
    }

    private static string Text(ReadOnlySpan<byte> bytes) =>
        Encoding.UTF8.GetString(bytes.Length > Limit ? bytes[..Limit] : bytes).ReplaceLineEndings("\n");
}
