using System.Globalization;
using System.Runtime.InteropServices;

namespace Benchmarks;

/// <summary>The machine that something is measured on.</summary>
internal static class MeasuredMachine
{
    /// <summary>Its processor, memory and system, and how busy it is: numbers from a busy machine say little.</summary>
    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Processor()}, {Environment.ProcessorCount} processors, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:0} GB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}{Load()}");

    private static string Processor() =>
        First("/proc/cpuinfo", "model name")?.Split(':', 2)[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();

    private static string Load() => First("/proc/loadavg", "") is { } load ? $"; load at the start {load.Split(' ')[0]}" : "";

    private static string? First(string file, string start) =>
        File.Exists(file) ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal)) : null;
}
