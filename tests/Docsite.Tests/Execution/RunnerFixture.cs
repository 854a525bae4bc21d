using System.Collections.Immutable;
using Docsite.Execution;
using Docsite.Planning;
using Docsite.Settings;
using Docsite.Tests.Execution;

[assembly: AssemblyFixture(typeof(RunnerFixture))]

namespace Docsite.Tests.Execution;

/// <summary>One runner for all tests, as a build has one for all pages.</summary>
public sealed class RunnerFixture : IDisposable
{
    public static SiteSettings Settings { get; } = new()
    {
        Root = ".",
        SiteTitle = "Tests",
        Usings = ["Docsite.Tests.Execution.Toys"],
        Variants = [new Variant("A", "var era = \"a\";"), new Variant("B2", "var era = \"b\";"), new Variant("L-strict", "")],
        Timeout = TimeSpan.FromSeconds(30),
        Allow = ["System.Diagnostics.Process", "System.Runtime.InteropServices.Marshal"],
        MemoryLimitBytes = 128L << 20,
    };

    public SessionRunner Runner { get; } = NewRunner();

    public static SessionRunner NewRunner() => new(Settings, BlockEnvironment.Framework with
    {
        References = BlockEnvironment.Framework.References.Add(typeof(Toys.Coin).Assembly.Location),
        Assemblies = [typeof(Toys.Coin).Assembly.Location],
    });

    public Task<ImmutableArray<StepRun>> RunAsync(SessionPlan plan) => Runner.RunAsync(plan, TestContext.Current.CancellationToken);

    public async Task<StepRun> RunBlockAsync(string code) => (await RunAsync(SessionPage.Of(code)))[0];

    public void Dispose() => Runner.Dispose();
}
