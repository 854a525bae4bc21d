using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Docsite.Writing;

/// <summary>The real disk.</summary>
internal sealed partial class FileOperations : IFileOperations
{
    private const int HeldOnLinux = 11;
    private const int HeldOnMac = 35;
    private const int HeldOnWindows = 32;

    private const int NoSuchEntry = 2;
    private const int AlreadyExists = 17;
    private const int InvalidArgument = 22;
    private const int NotImplementedOnLinux = 38;
    private const int NotEmptyOnLinux = 39;
    private const int NotSupportedOnMac = 45;
    private const int NotEmptyOnMac = 66;
    private const int NotSupportedOnLinux = 95;

    // Where the old site lies for a moment when folders cannot be exchanged.
    private const string Aside = ".old";

    private const int CurrentFolder = -100;
    private const uint Exchange = 2;

    public IDisposable? TryHold(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException e) when ((e.HResult & 0xFFFF) is HeldOnLinux or HeldOnMac or HeldOnWindows)
        {
            return null;
        }
    }

    public void CreateFolder(string path) => Directory.CreateDirectory(path);

    public void Write(string path, ReadOnlySpan<byte> content) => File.WriteAllBytes(path, content);

    public void Copy(string from, string to)
    {
        // Not File.Copy: it would carry over a read-only mark, and the next build could not remove the file.
        using var source = RegularFile.Open(from);
        using var target = File.Create(to);
        source.CopyTo(target);
    }

    public bool Link(string from, string to) => !OperatingSystem.IsWindows() && HardLink(from, to) == 0;

    public Placement Place(string staged, string path)
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS())
        {
            // Another build may create or remove the target between the two attempts.
            for (var attempt = 0; attempt < 10; attempt++)
            {
                switch (TryExchange(staged, path))
                {
                    case 0: return Placement.Atomic;
                    case NoSuchEntry when TryRename(staged, path): return Placement.Atomic;
                    case NoSuchEntry: continue;
                    case InvalidArgument or NotImplementedOnLinux or NotSupportedOnMac or NotSupportedOnLinux: return PlaceInTwoSteps(staged, path);
                    case var error: throw new IOException(new Win32Exception(error).Message);
                }
            }
            throw new IOException("the folder keeps appearing and disappearing");
        }
        return PlaceInTwoSteps(staged, path);
    }

    public void DeleteFolder(string path)
    {
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
    }

    public void Recover(string staged, string path)
    {
        var aside = staged + Aside;
        if (Directory.Exists(aside) && !Directory.Exists(path)) Directory.Move(aside, path);
        DeleteFolder(aside);
        DeleteFolder(staged);
    }

    private static Placement PlaceInTwoSteps(string staged, string path)
    {
        if (!Directory.Exists(path))
        {
            Directory.Move(staged, path);
            return Placement.Atomic;
        }
        var aside = staged + Aside;
        Directory.Move(path, aside);
        Directory.Move(staged, path);
        Directory.Move(aside, staged);
        return Placement.TwoSteps;
    }

    private static int TryExchange(string a, string b)
    {
        var result = OperatingSystem.IsLinux() ? RenameAt2(CurrentFolder, a, CurrentFolder, b, Exchange) : RenameX(a, b, Exchange);
        return result == 0 ? 0 : Marshal.GetLastPInvokeError();
    }

    // Directory.Move would look before it leaps; rename(2) fails by itself when a folder with content lies there.
    private static bool TryRename(string from, string to)
    {
        if (Rename(from, to) == 0) return true;
        var error = Marshal.GetLastPInvokeError();
        if (error is AlreadyExists or NotEmptyOnLinux or NotEmptyOnMac) return false;
        throw new IOException(new Win32Exception(error).Message);
    }

    [LibraryImport("libc", EntryPoint = "renameat2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int RenameAt2(int fromFolder, string from, int toFolder, string to, uint flags);

    [LibraryImport("libc", EntryPoint = "renamex_np", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int RenameX(string from, string to, uint flags);

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int HardLink(string from, string to);

    [LibraryImport("libc", EntryPoint = "rename", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Rename(string from, string to);
}
