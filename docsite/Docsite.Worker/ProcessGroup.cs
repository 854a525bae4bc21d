using System.Runtime.InteropServices;

namespace Docsite.Worker;

/// <summary>Makes the worker the leader of a process group, so that the tool can end it with all that it started.</summary>
internal static class ProcessGroup
{
    internal static void Lead()
    {
        // Windows ends the tree of children instead.
        if (!OperatingSystem.IsWindows()) _ = SetSid();
        // A process that leaves the group becomes the worker's own child when its parent ends, so that none is lost from sight.
        const int ChildSubreaper = 36;
        if (OperatingSystem.IsLinux()) _ = PrCtl(ChildSubreaper, 1);
    }

    [DllImport("libc", EntryPoint = "setsid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetSid();

    [DllImport("libc", EntryPoint = "prctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int PrCtl(int option, nuint value);
}
