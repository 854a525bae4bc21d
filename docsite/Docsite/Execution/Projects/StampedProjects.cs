using System.Collections.Immutable;
using Docsite.Caching;
using Docsite.Settings;
using Docsite.Writing;

namespace Docsite.Execution.Projects;

/// <summary>Builds the settings' projects only when something that they are built from has changed.</summary>
/// <param name="settings">Names the projects.</param>
/// <param name="configuration">The configuration they are built in.</param>
/// <param name="folder">Where it is kept what they were built from, as <see cref="CacheFolder"/> says.</param>
public sealed class StampedProjects(SiteSettings settings, string configuration, string folder)
{
    private readonly string _label = ProjectStamp.LabelOf(settings, configuration);
    private readonly ImmutableArray<string> _projects = [.. settings.Projects.Select(project => Path.GetFullPath(Path.Combine(settings.Root, project)))];

    /// <summary>What the blocks see, if nothing has changed since the projects were last built or, where they count as built, asked about.</summary>
    public BlockEnvironment? Unchanged(bool isBuilt) =>
        _projects.IsEmpty ? BlockEnvironment.Framework : ProjectStamp.Read(StampPath, _label, _projects, isBuilt)?.Environment;

    /// <summary>Builds them, one run of the tool at a time, and keeps what they were built from.</summary>
    /// <param name="isBuilt">Whether the projects are built already, so that asking is enough.</param>
    /// <param name="isKept">Whether what another run has built since may be taken.</param>
    /// <param name="cancellation">Ends the build.</param>
    public async Task<ProjectBuild> BuildAsync(bool isBuilt, bool isKept, CancellationToken cancellation)
    {
        CacheFolder.Make(folder);
        using var hold = await FolderLock.WaitAsync(StampPath + ".lock", cancellation);
        // The one that was waited for may have built the same.
        if (isKept && Unchanged(isBuilt) is { } environment) return new ProjectBuild.Built(environment);
        var looked = DateTime.UtcNow.Ticks;
        var inputs = ProjectStamp.Look(_projects);
        var build = await new ProjectBuilder(settings, configuration).BuildAsync(isBuilt, cancellation);
        if (build is ProjectBuild.Built(var built) && inputs is { } states)
        {
            new ProjectStamp(_label, !isBuilt, looked, states, ProjectStamp.OutputsOf(built), built).Write(StampPath);
        }
        return build;
    }

    /// <summary>A word for the files that blocks see: another one when one of them was built anew.</summary>
    public static string StateOf(BlockEnvironment environment) =>
        string.Join('\n', ProjectStamp.OutputsOf(environment).Select(file => $"{file.Path} {file.Length} {file.Ticks}"));

    /// <summary>The folders of the projects and of those they refer to, for whoever waits for changes.</summary>
    public ImmutableArray<string> Folders => ProjectInputs.FoldersOf(_projects);

    private string StampPath => ProjectStamp.PathIn(folder, configuration);
}
