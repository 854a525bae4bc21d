using System.Buffers.Binary;

namespace Docsite.Execution.Workers;

/// <summary>A time zone that needs no data of the machine: a file as <c>TZ</c> can name it, always 5 hours and 45 minutes ahead of UTC.</summary>
internal static class OtherTimeZone
{
    private const int HeaderLength = 44;
    private const int Offset = ((5 * 60) + 45) * 60;

    /// <summary>Writes the file.</summary>
    internal static string Write(string folder)
    {
        var path = Path.Combine(folder, "zone");
        File.WriteAllBytes(path, Content());
        return path;
    }

    // One type of local time and its name, and no moment at which another one starts.
    private static byte[] Content()
    {
        var name = "PAGE\0"u8;
        var bytes = new byte[HeaderLength + 6 + name.Length];
        "TZif"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(36), 1);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(40), name.Length);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(HeaderLength), Offset);
        name.CopyTo(bytes.AsSpan(HeaderLength + 6));
        return bytes;
    }
}
