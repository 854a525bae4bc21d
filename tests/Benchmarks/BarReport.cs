using System.Globalization;

namespace Benchmarks;

/// <summary>Prints what was measured: medians, the promise, and whether it is kept.</summary>
internal static class BarReport
{
    /// <summary>Prints what whole processes took.</summary>
    public static void Print(string what, Bar bar, IReadOnlyList<MeasuredProcess> runs)
    {
        var (wall, cpu, memory) = (Median(runs.Select(run => run.Wall)), Median(runs.Select(run => run.Cpu)), Median(runs.Select(run => run.PeakMegabytes)));
        Print(what, bar.ToString(), bar.IsMetBy(wall, cpu, memory), string.Create(CultureInfo.InvariantCulture, $"{wall:0.00} s, {cpu:0.00} s cpu, {memory:0} MB (median of {runs.Count})"));
    }

    /// <summary>Prints seconds.</summary>
    public static void Print(string what, Bar bar, IReadOnlyList<double> seconds)
    {
        var wall = Median(seconds);
        Print(what, bar.ToString(), bar.IsMetBy(wall, 0, 0), string.Create(CultureInfo.InvariantCulture, $"{wall:0.00} s (median of {seconds.Count})"));
    }

    /// <summary>Prints what something adds, as a share of what it is added to.</summary>
    public static void PrintShare(string what, double bar, IReadOnlyList<double> shares)
    {
        var share = Median(shares);
        Print(what, string.Create(CultureInfo.InvariantCulture, $"{bar:P0}"), share <= bar, string.Create(CultureInfo.InvariantCulture, $"{share:P1} (median of {shares.Count} pairs)"));
    }

    /// <summary>Prints what another tool took for the same.</summary>
    public static void PrintPeer(IPeer peer, IReadOnlyList<MeasuredProcess> runs) => Console.WriteLine(runs.Count == 0
        ? $"    {peer.Name}: not measured, it is not installed"
        : string.Create(CultureInfo.InvariantCulture, $"    {peer.Name}: {Median(runs.Select(run => run.Wall)):0.00} s, {Median(runs.Select(run => run.Cpu)):0.00} s cpu (median of {runs.Count})"));

    private static void Print(string what, string bar, bool isMet, string measured) =>
        Console.WriteLine($"{(isMet ? "met   " : "MISSED")} {what}: {measured}; promised: {bar}");

    private static double Median(IEnumerable<double> numbers)
    {
        double[] sorted = [.. numbers.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
