using System.Globalization;
using TestSupport;

namespace Benchmarks;

/// <summary>What the project promises about the tool's speed, measured from outside and printed beside the promise.</summary>
internal sealed class Bars(string tool, int runs)
{
    /// <summary>Measures everything in turn, several times, and prints medians.</summary>
    public async Task PrintAsync()
    {
        if (!File.Exists(tool)) throw new FileNotFoundException($"There is no tool at {tool}; dotnet cake --target=Bench publishes it.");
        var (hundred, thousand, prose) = (BenchSite.IndependentBlocks(100), BenchSite.IndependentBlocks(1000), BenchSite.Prose(500));
        var rustdoc = new RustdocPeer(100);
        var cold = new List<MeasuredProcess>();
        var unchanged = new List<MeasuredProcess>();
        var own = new List<MeasuredProcess>();
        var plain = new List<MeasuredProcess>();
        var peer = new List<MeasuredProcess>();
        _ = MeasuredProcess.Run(Repository.Root, "dotnet", "exec", tool, "build");
        for (var i = 0; i < runs; i++)
        {
            cold.Add(First(hundred));
            unchanged.Add(Build(hundred));
            own.Add(MeasuredProcess.Run(Repository.Root, "dotnet", "exec", tool, "build"));
            plain.Add(First(prose));
            if (rustdoc.Run() is { } measured) peer.Add(measured);
        }
        Print("100 independent blocks, first build", "2.5 s", cold);
        if (peer.Count > 0) Print("    rustdoc --test, edition 2024, 100 doctests", "", peer);
        else Console.WriteLine("    rustdoc is not installed, so it is not measured");
        Print("1,000 independent blocks, first build", "10 s cpu, 500 MB", [First(thousand)]);
        Print("the same 100 blocks, nothing changed", "1 s", unchanged);
        Print("this project's site, nothing changed", "1 s", own);
        Print("500 pages of plain Markdown", "2 s", plain);
        var saves = await SaveToReload.MeasureAsync(tool, BenchSite.TenBlocks(), runs * 3);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"a save to the reloaded page, 10 blocks",-48} bar {"0.3 s",-18} wall {Median(saves):0.00} s (median of {saves.Length})"));
    }

    private MeasuredProcess First(BenchSite site)
    {
        site.Forget();
        return Build(site);
    }

    private MeasuredProcess Build(BenchSite site) => MeasuredProcess.Run(site.Folder, "dotnet", "exec", tool, "build");

    private static void Print(string what, string bar, List<MeasuredProcess> measured) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{what,-48} bar {bar,-18} wall {Median(measured.Select(one => one.Wall)):0.00} s, cpu {Median(measured.Select(one => one.Cpu)):0.00} s, {Median(measured.Select(one => one.PeakMegabytes)):0} MB (median of {measured.Count})"));

    private static double Median(IEnumerable<double> numbers)
    {
        double[] sorted = [.. numbers.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
