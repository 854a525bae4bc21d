using System.Globalization;
using System.Runtime.InteropServices;

namespace Docsite.Worker;

/// <summary>What the process may take beyond its managed memory, which the runtime limits itself.</summary>
internal static class ResourceLimits
{
    private const int FileSize = 1;
    private const int Data = 2;
    private const int Core = 4;
    private const long Reserve = 32L << 20;

    private static long s_data;

    /// <summary>Sets the limits for good: native memory, the size of a file, no memory dump.</summary>
    /// <param name="bytes">How much native memory blocks may take in addition to what the runtime has taken, and how long a file may be.</param>
    internal static void Set(long bytes)
    {
        // Windows and macOS have no such limits that hold.
        if (!OperatingSystem.IsLinux()) return;
        s_data = HeldData() + (2 * bytes);
        Set(Data, s_data, s_data + Reserve);
        Set(FileSize, Math.Max(bytes, 1 << 24));
        Set(Core, 0);
        // A file that grows too long is an exception where it is written, not the end of the process.
        const int FileSizeExceeded = 25;
        const nint Ignore = 1;
        _ = SetSignal(FileSizeExceeded, Ignore);
    }

    /// <summary>Gives native memory that was set aside: what loads and compiles the next block needs some.</summary>
    internal static void Release()
    {
        if (OperatingSystem.IsLinux()) Set(Data, s_data + Reserve);
    }

    private static void Set(int resource, long limit) => Set(resource, limit, limit);

    private static void Set(int resource, long current, long largest)
    {
        var both = new Limit { Current = (ulong)current, Largest = (ulong)largest };
        _ = SetLimit(resource, ref both);
    }

    /// <summary>The memory that the limit counts, as far as it is held now; nothing where there is no limit.</summary>
    internal static long HeldData() => !OperatingSystem.IsLinux() ? 0 : File.ReadLines("/proc/self/status")
        .Where(line => line.StartsWith("VmData:", StringComparison.Ordinal))
        .Select(line => long.Parse(line["VmData:".Length..^"kB".Length].Trim(), CultureInfo.InvariantCulture) << 10)
        .FirstOrDefault();

    [DllImport("libc", EntryPoint = "setrlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetLimit(int resource, ref Limit limit);

    [DllImport("libc", EntryPoint = "signal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint SetSignal(int signal, nint handler);

    private struct Limit
    {
        internal ulong Current;
        internal ulong Largest;
    }
}
