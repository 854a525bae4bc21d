using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Benchmarks;

/// <summary>What a whole process cost, with those that it started and waited for.</summary>
/// <param name="Wall">From its start to its end, in seconds.</param>
/// <param name="Cpu">Processor seconds of it and its children; of it alone where the system does not tell.</param>
/// <param name="PeakMegabytes">The largest memory of it and its children together; of it alone where the system does not tell.</param>
internal sealed record MeasuredProcess(double Wall, double Cpu, double PeakMegabytes)
{
    private const int Children = -1;

    // Milliseconds. To look at every process of the machine more often takes a good part of a processor from what is measured.
    private const int BetweenLooks = 100;

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It ended with another exit code than 0.</exception>
    public static MeasuredProcess Run(string folder, string program, params string[] arguments)
    {
        var before = CpuOfChildren();
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var peak = 0L;
        while (!process.WaitForExit(BetweenLooks)) peak = Math.Max(peak, MemoryOf(process));
        process.WaitForExit();
        var wall = watch.Elapsed.TotalSeconds;
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}:\n{output.Result}{errors.Result}");
        return new MeasuredProcess(wall, CpuOfChildren() - before, peak / 1e6);
    }

    private static long MemoryOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.WorkingSet64 + (OperatingSystem.IsLinux() ? MemoryOfChildren(process.Id) : 0);
        }
        catch (InvalidOperationException)
        {
            // It ended while it was asked.
            return 0;
        }
    }

    // "id (name) state parent ... pages": the name may hold anything.
    private static long MemoryOfChildren(int parent) => Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0]))
        .Select(folder => Status(Path.Combine(folder, "stat")).Split(' '))
        .Where(fields => fields.Length > 21 && fields[1] == parent.ToString(CultureInfo.InvariantCulture))
        .Sum(fields => long.Parse(fields[21], CultureInfo.InvariantCulture) * Environment.SystemPageSize);

    private static string Status(string file)
    {
        try
        {
            var text = File.ReadAllText(file);
            return text[(text.LastIndexOf(')') + 2)..];
        }
        catch (IOException)
        {
            // It ended while the list was read.
            return "";
        }
    }

    private static double CpuOfChildren()
    {
        if (!OperatingSystem.IsLinux() || GetUsage(Children, out var usage) != 0) return 0;
        return usage.UserSeconds + usage.SystemSeconds + ((usage.UserMicroseconds + usage.SystemMicroseconds) / 1e6);
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetUsage(int who, out Usage usage);

    // The first two of the structure's fields, and room for the fourteen numbers behind them.
    [StructLayout(LayoutKind.Sequential, Size = (4 + 14) * sizeof(long))]
    private struct Usage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
    }
}
