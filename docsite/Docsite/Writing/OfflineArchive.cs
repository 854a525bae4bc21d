using System.Buffers.Binary;
using System.Text;

namespace Docsite.Writing;

/// <summary>The whole site as one zip file, to read without a network.</summary>
/// <remarks>The framework's archives compress everything anew; here a file that is kept from an earlier build is compressed already.</remarks>
internal static class OfflineArchive
{
    private const uint LocalHeader = 0x04034b50;
    private const uint CentralHeader = 0x02014b50;
    private const uint EndOfArchive = 0x06054b50;
    private const ushort Version = 20;
    private const ushort NamesAreUtf8 = 1 << 11;
    private const ushort IsDeflated = 8;
    private const int MostFiles = ushort.MaxValue - 1;

    // The earliest time that the format knows, 1980-01-01; the same site gives the same bytes at any time.
    private const ushort Time = 0;
    private const ushort Date = (1 << 5) | 1;

    /// <summary>Packs all files, in ordinal order of their paths.</summary>
    /// <exception cref="IOException">A file that is copied cannot be read, or there are too many.</exception>
    public static OutputFile.Made Of(string route, IEnumerable<OutputFile> files)
    {
        var all = files.OrderBy(file => file.Route, StringComparer.Ordinal).Select(file => (Name: Encoding.UTF8.GetBytes(file.Route), Content: PackedFile.Of(file))).ToList();
        if (all.Count > MostFiles) throw new IOException($"an archive holds {MostFiles} files, no more");
        using var archive = new MemoryStream();
        using var directory = new MemoryStream();
        foreach (var (name, content) in all)
        {
            var start = Length(archive);
            Write(archive, LocalHeader);
            WriteFacts(archive, name, content);
            archive.Write(name);
            archive.Write(content.Deflated);
            Write(directory, CentralHeader);
            Write(directory, Version);
            WriteFacts(directory, name, content);
            // No comment, the first disk, no attributes.
            Write(directory, (uint)0);
            Write(directory, (ushort)0);
            Write(directory, (uint)0);
            Write(directory, start);
            directory.Write(name);
        }
        var end = Length(archive);
        directory.WriteTo(archive);
        Write(archive, EndOfArchive);
        Write(archive, (uint)0);
        Write(archive, (ushort)all.Count);
        Write(archive, (ushort)all.Count);
        Write(archive, Length(directory));
        Write(archive, end);
        Write(archive, (ushort)0);
        return new OutputFile.Made(route, [.. archive.ToArray()]);
    }

    private static void WriteFacts(MemoryStream stream, byte[] name, PackedFile content)
    {
        Write(stream, Version);
        Write(stream, NamesAreUtf8);
        Write(stream, IsDeflated);
        Write(stream, Time);
        Write(stream, Date);
        Write(stream, content.Checksum);
        Write(stream, (uint)content.Deflated.Length);
        Write(stream, (uint)content.Length);
        Write(stream, (ushort)name.Length);
        Write(stream, (ushort)0);
    }

    private static uint Length(MemoryStream stream) => checked((uint)stream.Length);

    private static void Write(MemoryStream stream, uint value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        stream.Write(bytes);
    }

    private static void Write(MemoryStream stream, ushort value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        stream.Write(bytes);
    }
}
