using System.Collections.Immutable;
using Docsite.Caching;
using Docsite.Diagnostics;
using Docsite.Pages;
using Docsite.Settings;
using Docsite.Writing;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Execution.Projects;

/// <summary>Builds the settings' projects only when something that they are built from has changed.</summary>
/// <param name="settings">Names the projects.</param>
/// <param name="configuration">The configuration they are built in.</param>
/// <param name="folder">Where it is kept what they were built from, as <see cref="CacheFolder"/> says.</param>
public sealed class StampedProjects(SiteSettings settings, string configuration, string folder)
{
    private readonly string _label = ProjectStamp.LabelOf(settings, configuration);
    private readonly ImmutableArray<string> _projects = [.. settings.Projects.Select(project => Path.GetFullPath(Path.Combine(settings.Root, project)))];

    private readonly List<Diagnostic> _findings = [];

    /// <summary>Why it could not be kept what they were built from; notes, since they are built all the same.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => [.. _findings];

    /// <summary>What the blocks see, if nothing has changed since the projects were last built or, where they count as built, asked about.</summary>
    public BlockEnvironment? Unchanged(bool isBuilt) =>
        _projects.IsEmpty ? BlockEnvironment.Framework : ProjectStamp.Read(StampPath, _label, _projects, isBuilt)?.Environment;

    /// <summary>Builds them, one run of the tool at a time, and keeps what they were built from.</summary>
    /// <param name="isBuilt">Whether the projects are built already, so that asking is enough.</param>
    /// <param name="isKept">Whether what another run has built since may be taken.</param>
    /// <param name="cancellation">Ends the build.</param>
    public async Task<ProjectBuild> BuildAsync(bool isBuilt, bool isKept, CancellationToken cancellation)
    {
        using var hold = await HoldAsync(cancellation);
        // The one that was waited for may have built the same.
        if (isKept && Unchanged(isBuilt) is { } environment) return new ProjectBuild.Built(environment);
        var looked = DateTime.UtcNow.Ticks;
        var inputs = ProjectStamp.Look(_projects);
        var build = await new ProjectBuilder(settings, configuration).BuildAsync(isBuilt, cancellation);
        if (build is ProjectBuild.Built(var built) && inputs is { } states)
        {
            Keep(new ProjectStamp(_label, !isBuilt, looked, states, ProjectStamp.OutputsOf(built), built));
        }
        return build;
    }

    /// <summary>A word for the files that blocks see: another one when one of them was built anew.</summary>
    public static string StateOf(BlockEnvironment environment) =>
        string.Join('\n', ProjectStamp.OutputsOf(environment).Select(file => $"{file.Path} {file.Length} {file.Ticks}"));

    /// <summary>The folders of the projects and of those they refer to, for whoever waits for changes.</summary>
    public ImmutableArray<string> Folders => ProjectInputs.FoldersOf(_projects);

    // Without the folder nobody can be waited for; the build itself does not need it.
    private async Task<IDisposable?> HoldAsync(CancellationToken cancellation)
    {
        try
        {
            CacheFolder.Make(folder);
            return await FolderLock.WaitAsync(StampPath + ".lock", cancellation);
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void Keep(ProjectStamp stamp)
    {
        try
        {
            stamp.Write(StampPath);
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            var file = new PageText($"{Path.GetFileName(folder)}/{Path.GetFileName(StampPath)}", "");
            _findings.Add(new Diagnostic(DiagnosticIds.CacheNotWritten, Severity.Note, new PageLocation(file, new TextSpan(0, 0)), $"what the projects were built from is not kept: {denied.Message}"));
        }
    }

    private string StampPath => ProjectStamp.PathIn(folder, configuration);
}
