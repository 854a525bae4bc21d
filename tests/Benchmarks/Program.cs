using Benchmarks;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

// Bars, a tool's path and a number of runs: the promises about the whole tool.
if (args is ["bars", var tool, ..])
{
    await new Bars(Path.GetFullPath(tool), args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 5).PrintAsync();
    return;
}

// In this process: the assemblies are already built in Release, and no project is generated outside the repository.
var config = DefaultConfig.Instance
    .AddJob(Job.Default.WithToolchain(InProcessNoEmitToolchain.Instance))
    .WithArtifactsPath(TestSupport.Repository.PathOf("artifacts", "benchmarks"));
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args, config);
