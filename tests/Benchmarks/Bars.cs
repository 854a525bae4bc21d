using TestSupport;

namespace Benchmarks;

/// <summary>What the project promises about the tool's speed, measured from outside and printed beside the promise.</summary>
/// <param name="tool">Path of the tool's assembly.</param>
/// <param name="runs">How often each thing is measured; what takes long, three times at most.</param>
internal sealed class Bars(string tool, int runs)
{
    private const int MostLongRuns = 3;

    private int LongRuns => Math.Min(runs, MostLongRuns);

    /// <summary>Measures everything in turn, several times, and prints medians.</summary>
    public async Task PrintAsync()
    {
        if (!File.Exists(tool)) throw new FileNotFoundException($"There is no tool at {tool}; dotnet cake --target=Bench publishes it.");
        Console.WriteLine(MeasuredMachine.Describe());
        PrintBlocksBesidePeers();
        PrintThousandBlocks();
        PrintPlainPages();
        PrintOwnSite();
        PrintCoverage();
        var saves = await SaveToReload.MeasureAsync(tool, BenchSite.TenBlocks(), runs * 3);
        BarReport.Print("a save to the reloaded page, 10 blocks", new Bar { Wall = 0.3 }, saves);
        BenchSite.Clean();
    }

    // Peers take their turns between our own runs, so that whatever else the machine does meets all alike.
    private void PrintBlocksBesidePeers()
    {
        var site = BenchSite.IndependentBlocks(100);
        var (first, unchanged) = (new List<MeasuredProcess>(), new List<MeasuredProcess>());
        IPeer[] peers = [new RustdocPeer(100), new FsdocsPeer(100)];
        var measured = peers.ToDictionary(peer => peer, _ => new List<MeasuredProcess>());
        for (var i = 0; i < runs; i++)
        {
            first.Add(First(site));
            unchanged.Add(Build(site));
            foreach (var peer in peers.Where(peer => i < LongRuns || !peer.IsSlow))
            {
                if (peer.Run() is { } run) measured[peer].Add(run);
            }
        }
        BarReport.Print("100 independent blocks, first build", new Bar { Wall = 2.5 }, first);
        foreach (var peer in peers) BarReport.PrintPeer(peer, measured[peer]);
        BarReport.Print("the same 100 blocks, nothing changed", new Bar { Wall = 1 }, unchanged);
    }

    // Where it goes, by a profile of 9.4 s: 2 s in the workers, 7.4 s in the tool, 70 % of that in the compiler, with no place that stands out.
    // Tried and not kept: a larger first generation (fewer collections, pauses as long), tiered compilation of the tool (14 s for 10.6 s),
    // the compiler's two assemblies made native as one (5 % off the best run, nothing off the median).
    private void PrintThousandBlocks()
    {
        var site = BenchSite.IndependentBlocks(1000);
        BarReport.Print("1,000 independent blocks, first build", new Bar { Cpu = 10, Megabytes = 500 }, Repeat(LongRuns, () => First(site)));
    }

    private void PrintPlainPages()
    {
        var site = BenchSite.Prose(500);
        BarReport.Print("500 pages of plain Markdown", new Bar { Wall = 2 }, Repeat(runs, () => First(site)));
    }

    private void PrintOwnSite()
    {
        _ = Own("build");
        BarReport.Print("this project's site, nothing changed", new Bar { Wall = 1 }, Repeat(runs, () => Own("build")));
        var output = Repository.PathOf("artifacts", "benchmarks", "own-site");
        BarReport.Print("this project's site, every block run", new Bar { Wall = 20 }, Repeat(LongRuns, () => Own("build", "--no-build", "--no-cache", "--output", output)));
    }

    // In pairs, one with and one without, each first in turn.
    private void PrintCoverage()
    {
        var costs = new List<double>();
        for (var i = 0; i < LongRuns; i++)
        {
            var with = i % 2 == 0 ? Counted() : null;
            var without = Own("verify", "--no-build", "--no-cache", "--no-coverage");
            costs.Add(((with ?? Counted()).Cpu / without.Cpu) - 1);
        }
        BarReport.PrintShare("noting which members run, of the cpu of a run of every block", 0.1, costs);

        MeasuredProcess Counted() => Own("verify", "--no-build", "--no-cache");
    }

    private MeasuredProcess First(BenchSite site)
    {
        site.Forget();
        return Build(site);
    }

    private MeasuredProcess Build(BenchSite site) => MeasuredProcess.Run(site.Folder, "dotnet", "exec", tool, "build");

    private MeasuredProcess Own(params string[] arguments) => MeasuredProcess.Run(Repository.Root, "dotnet", ["exec", tool, .. arguments]);

    private static List<MeasuredProcess> Repeat(int count, Func<MeasuredProcess> run) => [.. Enumerable.Range(0, count).Select(_ => run())];
}
