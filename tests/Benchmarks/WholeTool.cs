using System.Text;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using TestSupport;

namespace Benchmarks;

/// <summary>The docsite tool as a reader of its output meets it: a process from start to end.</summary>
[SimpleJob(RunStrategy.Monitoring, warmupCount: 1, iterationCount: 7)]
public class WholeTool
{
    private string _folder = "";

    [Params(1, 100)]
    public int Blocks { get; set; }

    [GlobalSetup]
    public void WriteSite()
    {
        _folder = Repository.PathOf("artifacts", "benchmarks", $"site-{Blocks}");
        Directory.CreateDirectory(Path.Combine(_folder, "content"));
        File.WriteAllText(Path.Combine(_folder, "docsite.yml"), "SiteTitle: Benchmark\nOutputPath: site\nUsings: [System]\n");
        var page = new StringBuilder("Title: Benchmark\n---\n\n# Benchmark\n");
        for (var i = 0; i < Blocks; i++) page.Append(System.Globalization.CultureInfo.InvariantCulture, $"\n```csharp fresh\nvar x = {i};\nx + 1   // => {i + 1}\n```\n");
        File.WriteAllText(Path.Combine(_folder, "content", "index.md"), page.ToString());
    }

    [Benchmark]
    public void VerifyIndependentBlocks() => Run("verify");

    private void Run(string command)
    {
        var run = DocsiteTool.Run(_folder, command, "--no-build");
        if (run.ExitCode != 0) throw new InvalidOperationException(run.Output);
    }
}
