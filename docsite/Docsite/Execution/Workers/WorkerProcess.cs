using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using Docsite.Settings;

namespace Docsite.Execution.Workers;

/// <summary>The process of a worker: started with two inherited pipes and almost no environment, ended with all it started.</summary>
internal static class WorkerProcess
{
    // Between the making of a pipe and the closing of its inherited end no other process may be started: it would keep the pipe open.
    private static readonly Lock Starting = new();

    internal static Process Start(DirectoryInfo folder, SiteSettings settings, string timeZone, out AnonymousPipeServerStream commands, out AnonymousPipeServerStream answers)
    {
        lock (Starting)
        {
            commands = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
            answers = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
            var start = new ProcessStartInfo(Muxer.Path)
            {
                ArgumentList = { "exec", Program, commands.GetClientHandleAsString(), answers.GetClientHandleAsString() },
                WorkingDirectory = folder.FullName,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            SetEnvironment(start, folder, settings, timeZone);
            var process = Process.Start(start) ?? throw new Win32Exception($"{Muxer.Path} did not start.");
            process.StandardInput.Close();
            commands.DisposeLocalCopyOfClientHandle();
            answers.DisposeLocalCopyOfClientHandle();
            return process;
        }
    }

    /// <summary>Starts another process while no worker is being started.</summary>
    internal static Process StartApart(ProcessStartInfo start)
    {
        lock (Starting) return Process.Start(start) ?? throw new Win32Exception($"{start.FileName} did not start.");
    }

    /// <summary>Ends a worker, and everything that it started.</summary>
    internal static void End(Process process)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                process.Kill(entireProcessTree: true);
                return;
            }
            // The worker leads a group of its own; before it does, there is nothing else in it.
            const int Kill = 9;
            _ = SendSignal(-process.Id, Kill);
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    /// <summary>The processor time that a worker has had; more than any where it has ended.</summary>
    internal static TimeSpan Used(Process process)
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception)
        {
            // That is noticed elsewhere.
            return TimeSpan.MaxValue / 2;
        }
    }

    private static readonly string[] Inherited = ["PATH", "SystemRoot", "SystemDrive", "windir"];

    private static readonly string[] Folders = ["HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP"];

    private static string Program => Path.Combine(AppContext.BaseDirectory, "Docsite.Worker.dll");

    private static void SetEnvironment(ProcessStartInfo start, DirectoryInfo folder, SiteSettings settings, string timeZone)
    {
        var inherited = Inherited
            .Select(name => (Name: name, Value: Environment.GetEnvironmentVariable(name))).Where(one => one.Value is not null).ToList();
        start.Environment.Clear();
        foreach (var (name, value) in inherited) start.Environment[name] = value;
        foreach (var name in Folders) start.Environment[name] = folder.FullName;
        start.Environment["TZ"] = timeZone;
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = settings.InvariantGlobalization ? "1" : "0";
        start.Environment["DOTNET_GCHeapHardLimit"] = $"0x{settings.MemoryLimitBytes:x}";
        // With it, the runtime's own memory counts as a file that is too long.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        // No debugger or profiler attaches to a worker; their pipes would be left behind in the temporary folder.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        // Most blocks are over before compiling code once more pays off; what runs for longer than two seconds (in hexadecimal, milliseconds) still gets it.
        start.Environment["DOTNET_TC_CallCountingDelayMs"] = "0x7d0";
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int process, int signal);
}
