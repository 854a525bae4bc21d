using System.Runtime.InteropServices;

namespace Docsite.Worker;

/// <summary>Makes the worker the leader of a process group, so that the tool can end it with all that it started.</summary>
internal static class ProcessGroup
{
    internal static void Lead()
    {
        // Windows ends the tree of children instead.
        if (!OperatingSystem.IsWindows()) _ = SetSid();
    }

    [DllImport("libc", EntryPoint = "setsid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetSid();
}
