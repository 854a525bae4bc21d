using System.Collections.Immutable;
using Docsite.Execution.Projects;

namespace Docsite.Cli.Commands;

/// <summary>What came of opening a runner.</summary>
internal abstract record OpenedRunner
{
    private OpenedRunner()
    {
    }

    /// <summary>It can be used.</summary>
    public sealed record Open(SiteRunner Runner) : OpenedRunner;

    /// <summary>A project does not build.</summary>
    /// <param name="Failures">One entry a project.</param>
    public sealed record Failed(ImmutableArray<ProjectFailure> Failures) : OpenedRunner;
}
