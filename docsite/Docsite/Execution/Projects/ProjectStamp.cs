using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Docsite.Caching;
using Docsite.Settings;

namespace Docsite.Execution.Projects;

/// <summary>What msbuild gave for some projects and what it gave it from, so that it need not be asked again.</summary>
/// <param name="Label">The projects, the configuration, the SDKs and the version of the tool.</param>
/// <param name="IsBuilt">Whether msbuild built the projects, not only told about them.</param>
/// <param name="Looked">When the inputs were looked at, in UTC ticks; they are looked at before the build.</param>
/// <param name="Inputs">What they were built from.</param>
/// <param name="Outputs">What the build gave.</param>
/// <param name="Environment">What blocks see of it.</param>
internal sealed record ProjectStamp(
    string Label, bool IsBuilt, long Looked, ImmutableArray<FileState> Inputs, ImmutableArray<FileState> Outputs, BlockEnvironment Environment)
{
    private static readonly string[] Shapes = ["proj", ".props", ".targets", ".json", ".config"];

    /// <summary>The stamp's file.</summary>
    internal static string PathIn(string cacheFolder, string configuration) => Path.Combine(cacheFolder, $"projects.{configuration}.json");

    /// <summary>The stamp of the last build, if everything is as it was then.</summary>
    /// <param name="path">The stamp's file.</param>
    /// <param name="label">What the stamp must be about.</param>
    /// <param name="projects">Full paths of the projects.</param>
    /// <param name="isBuilt">Whether the projects count as built whatever their sources say.</param>
    internal static ProjectStamp? Read(string path, string label, IReadOnlyCollection<string> projects, bool isBuilt)
    {
        if (!File.Exists(path) || ProjectInputs.Find(projects) is not { } files) return null;
        ProjectStamp? stamp;
        try
        {
            stamp = JsonSerializer.Deserialize(File.ReadAllBytes(path), ProjectStampContext.Default.ProjectStamp);
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException or UnauthorizedAccessException)
        {
            // It is written anew by the build that follows.
            return null;
        }
        return stamp is not null && stamp.Label == label && stamp.Holds(files, isBuilt) ? stamp : null;
    }

    /// <summary>What is looked at before a build; nothing where only msbuild can tell what that is.</summary>
    internal static ImmutableArray<FileState>? Look(IReadOnlyCollection<string> projects)
    {
        try
        {
            return ProjectInputs.Find(projects) is { } files ? [.. files.Select(FileState.Of)] : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // Msbuild will say what is wrong with it, if it needs it.
            return null;
        }
    }

    /// <summary>The label of a build.</summary>
    internal static string LabelOf(SiteSettings settings, string configuration)
    {
        var sdks = new DirectoryInfo(Path.Combine(Muxer.Folder, "sdk"));
        IEnumerable<string> installed = sdks.Exists ? sdks.GetDirectories().Select(sdk => sdk.Name).Order(StringComparer.Ordinal) : [];
        return string.Join('\n', [ToolIdentity.Version, configuration, .. settings.Projects, .. installed]);
    }

    /// <summary>The files that the build gave.</summary>
    internal static ImmutableArray<FileState> OutputsOf(BlockEnvironment environment) =>
    [
        .. environment.References.Concat(environment.Assemblies).Distinct(StringComparer.Ordinal)
            .Where(file => !file.StartsWith(Muxer.Folder, StringComparison.Ordinal)).Select(FileState.OfOutput),
    ];

    /// <summary>Writes it in one step.</summary>
    internal void Write(string path) =>
        CacheFolder.Write(path, JsonSerializer.SerializeToUtf8Bytes(this, ProjectStampContext.Default.ProjectStamp));

    private bool Holds(ImmutableArray<string> files, bool isBuilt)
    {
        if (!IsBuilt && !isBuilt) return false;
        var inputs = isBuilt ? [.. Inputs.Where(IsShape)] : Inputs;
        var names = isBuilt ? files.Where(IsShape) : files;
        return inputs.Select(file => file.Path).SequenceEqual(names, StringComparer.Ordinal)
            && inputs.All(file => file.IsSame(Looked))
            && Outputs.All(file => isBuilt ? File.Exists(file.Path) : file == FileState.OfOutput(file.Path));
    }

    // What decides where a project's assemblies are; its sources only decide what is in them.
    private static bool IsShape(FileState file) => IsShape(file.Path);

    private static bool IsShape(string path) => Array.Exists(Shapes, end => path.EndsWith(end, StringComparison.OrdinalIgnoreCase));
}

[JsonSerializable(typeof(ProjectStamp))]
internal sealed partial class ProjectStampContext : JsonSerializerContext;
