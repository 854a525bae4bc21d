using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace Docsite.Writing;

/// <summary>A file's content as a server sends it and an archive holds it, compressed once for as long as the file is kept.</summary>
internal sealed class PackedFile
{
    private const int HeaderLength = 10;
    private const int TrailerLength = 8;

    private static readonly ConditionalWeakTable<OutputFile.Made, PackedFile> Made = [];

    // What nothing is compressed to.
    private static ReadOnlySpan<byte> EndOfStream => [3, 0];

    private readonly byte[] _gzip;

    private PackedFile(ReadOnlySpan<byte> content)
    {
        Length = content.Length;
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(content);
        _gzip = compressed.ToArray();
    }

    /// <summary>Bytes before.</summary>
    public int Length { get; }

    /// <summary>Bytes that a server sends.</summary>
    public int Weight => _gzip.Length;

    /// <summary>The compressed bytes alone.</summary>
    public ReadOnlySpan<byte> Deflated => Length == 0 ? EndOfStream : _gzip.AsSpan()[HeaderLength..^TrailerLength];

    /// <summary>The CRC-32 of the content.</summary>
    public uint Checksum => Length == 0 ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(_gzip.AsSpan()[^TrailerLength..]);

    /// <summary>Compresses a file.</summary>
    /// <exception cref="IOException">A file that is copied cannot be read.</exception>
    public static PackedFile Of(OutputFile file) => file is OutputFile.Made made
        ? Made.GetValue(made, one => new PackedFile(one.Content.AsSpan()))
        : new PackedFile(File.ReadAllBytes(((OutputFile.Copied)file).FullPath));
}
