using System.Collections.Immutable;

namespace Docsite.Execution.Projects;

/// <summary>What came of building the settings' projects.</summary>
public abstract record ProjectBuild
{
    private ProjectBuild()
    {
    }

    /// <summary>All of them are built.</summary>
    /// <param name="Environment">What blocks see of them.</param>
    public sealed record Built(BlockEnvironment Environment) : ProjectBuild;

    /// <summary>Some of them could not be built; findings about the settings.</summary>
    /// <param name="Failures">One entry a project, in the settings' order.</param>
    public sealed record Failed(ImmutableArray<ProjectFailure> Failures) : ProjectBuild;
}

/// <summary>A project that could not be built.</summary>
/// <param name="Project">Its path as the settings name it.</param>
/// <param name="Lines">What the compiler said, one error a line, paths relative to the site's folder.</param>
public sealed record ProjectFailure(string Project, ImmutableArray<string> Lines);
