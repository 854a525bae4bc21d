using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Docsite;

/// <summary>Opens files that have content of their own. To open a pipe would wait for whoever writes to it, and a device may never end.</summary>
public static partial class RegularFile
{
    // A long novel has 3 MiB. What is far longer was not written by hand, and would be read for minutes.
    private const int MostOfText = 4 << 20;

    private const int CurrentFolder = -100;
    private const uint OnlyItsType = 1;
    private const int LengthOfAnswer = 256;
    private const int PlaceOfMode = 28;
    private const int TypeBits = 0xF000;
    private const int Regular = 0x8000;

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="IOException">There is none, or it is a pipe, a socket or a device.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static byte[] Read(string path)
    {
        Check(path);
        return File.ReadAllBytes(path);
    }

    /// <summary>The bytes of a file that people write.</summary>
    /// <exception cref="IOException">There is none, it is a pipe, a socket or a device, or it is far too long.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static byte[] ReadText(string path)
    {
        using var file = Open(path);
        if (file.Length > MostOfText) throw new TooLongException(file.Length);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>A file, open for reading.</summary>
    /// <exception cref="IOException">There is none, or it is a pipe, a socket or a device.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static FileStream Open(string path)
    {
        Check(path);
        return File.OpenRead(path);
    }

    private static void Check(string path)
    {
        if (!Is(path)) throw new NotRegularFileException();
    }

    /// <summary>Whether there is no pipe, socket or device at a path; where there is nothing at all, opening it says so.</summary>
    public static bool Is(string path)
    {
        if (!OperatingSystem.IsLinux()) return true;
        Span<byte> answer = stackalloc byte[LengthOfAnswer];
        if (StatX(CurrentFolder, path, 0, OnlyItsType, answer) != 0) return true;
        return (BinaryPrimitives.ReadUInt16LittleEndian(answer[PlaceOfMode..]) & TypeBits) == Regular;
    }

    // Its answer is laid out alike on every processor, which that of stat is not.
    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int StatX(int folder, string path, int flags, uint mask, Span<byte> answer);

    /// <summary>The file is longer than what anybody writes.</summary>
    internal sealed class TooLongException(long length)
        : IOException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"it has {(length + (1 << 20) - 1) >> 20} MiB, and no more than {MostOfText >> 20} MiB are read"));

    /// <summary>What is at the path has no content of its own.</summary>
    internal sealed class NotRegularFileException() : IOException("it is a pipe, a socket or a device");
}
