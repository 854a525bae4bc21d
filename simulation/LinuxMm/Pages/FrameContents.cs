namespace LinuxMm;

/// <summary>The bytes of one frame, stored up to the last one ever written; the rest is zero.</summary>
internal sealed class FrameContents
{
    private const int ShownBytes = 8;
    private byte[] _bytes = [];

    public bool IsClear => _bytes.Length == 0;

    public static string ToText(IEnumerable<byte> bytes) =>
        string.Concat(bytes.TakeWhile(b => b != 0).Take(ShownBytes).Select(b => b is >= 0x20 and < 0x7f ? (char)b : '.'));

    public void Write(int offset, ReadOnlySpan<byte> bytes)
    {
        if (_bytes.Length < offset + bytes.Length)
        {
            Array.Resize(ref _bytes, offset + bytes.Length);
        }

        bytes.CopyTo(_bytes.AsSpan(offset));
    }

    public byte[] Read(int offset, int length)
    {
        var result = new byte[length];
        if (offset < _bytes.Length)
        {
            _bytes.AsSpan(offset, Math.Min(length, _bytes.Length - offset)).CopyTo(result);
        }

        return result;
    }

    public byte[] ToArray() => [.. _bytes];

    public void Clear() => _bytes = [];

    /// <summary>The first bytes as people read them.</summary>
    public override string ToString() => ToText(_bytes);
}
