using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Docsite.Execution.Projects;

/// <summary>What msbuild answers about a project.</summary>
internal sealed record ProjectAnswer(ProjectProperties Properties, ProjectItems Items)
{
    private const string Resources = ".resources.dll";

    /// <summary>The project's own assembly.</summary>
    internal string TargetPath => Properties.TargetPath;

    /// <summary>The environment with the project in it; an assembly that is there already stays.</summary>
    /// <param name="environment">What blocks see so far.</param>
    /// <param name="project">Path of the project file as the settings name it.</param>
    internal BlockEnvironment AddTo(BlockEnvironment environment, string project)
    {
        var references = Items.ReferencePathWithRefAssemblies.Select(item => item.FullPath).Append(TargetPath);
        var copied = Items.ReferenceCopyLocalPaths.Where(item => item.Extension == ".dll").Concat(Items.OfPackages).Select(item => item.FullPath);
        var frameworks = Items.ReferencePathWithRefAssemblies.Select(item => item.FrameworkReferenceName).Distinct();
        return environment with
        {
            Projects = environment.Projects.Add(new BuiltProject(project, TargetPath)),
            References = Distinct(environment.References.Concat(references)),
            Assemblies = Distinct(environment.Assemblies.Append(TargetPath).Concat(Translations()).Concat(copied).Concat(frameworks.SelectMany(SharedFramework))),
        };
    }

    // Translated resources are called alike in each language.
    private static ImmutableArray<string> Distinct(IEnumerable<string> paths) =>
        [.. paths.DistinctBy(path => path.EndsWith(Resources, StringComparison.Ordinal) ? Path.GetRelativePath(Path.GetDirectoryName(Path.GetDirectoryName(path)!)!, path) : Path.GetFileName(path))];

    // The build lays its own beside the assembly, in a folder for each language.
    private IEnumerable<string> Translations() => Directory.EnumerateDirectories(Path.GetDirectoryName(TargetPath)!).Order(StringComparer.Ordinal)
        .Select(folder => Path.Combine(folder, Path.GetFileNameWithoutExtension(TargetPath) + Resources)).Where(File.Exists);

    // A worker starts with the base framework alone; the others are loaded from where they are installed.
    private static IEnumerable<string> SharedFramework(string? name)
    {
        if (name is null or "" or "Microsoft.NETCore.App") return [];
        var folder = Path.Combine(Muxer.Folder, "shared", name);
        if (!Directory.Exists(folder)) return [];
        var version = Directory.GetDirectories(folder).Where(one => Major(one) == Environment.Version.Major)
            .OrderBy(one => Version.TryParse(Path.GetFileName(one), out var number) ? number : new Version()).LastOrDefault();
        return version is null ? [] : Directory.EnumerateFiles(version, "*.dll").Order(StringComparer.Ordinal);
    }

    private static int Major(string folder) => Version.TryParse(Path.GetFileName(folder), out var version) ? version.Major : 0;
}

internal sealed record ProjectProperties(string TargetPath);

internal sealed record ProjectItems(ImmutableArray<ProjectItem> ReferencePathWithRefAssemblies, ImmutableArray<ProjectItem> ReferenceCopyLocalPaths)
{
    /// <summary>What packages bring for every system.</summary>
    public ImmutableArray<ProjectItem> RuntimeCopyLocalItems { get; init; } = [];

    /// <summary>What packages bring for one system each, native or not.</summary>
    public ImmutableArray<ProjectItem> RuntimeTargetsCopyLocalItems { get; init; } = [];

    /// <summary>What packages bring for the system that the project is built for.</summary>
    public ImmutableArray<ProjectItem> NativeCopyLocalItems { get; init; } = [];

    /// <summary>What packages bring in other languages.</summary>
    public ImmutableArray<ProjectItem> ResourceCopyLocalItems { get; init; } = [];

    /// <summary>What packages bring that can be loaded here; a library's build copies none of it. Of the same file, the one for this system stands first.</summary>
    internal IEnumerable<ProjectItem> OfPackages => SystemNames.Here
        .SelectMany(system => RuntimeTargetsCopyLocalItems.Where(item => item.RuntimeIdentifier == system))
        .Concat(NativeCopyLocalItems).Concat(RuntimeCopyLocalItems).Concat(ResourceCopyLocalItems);
}

internal sealed record ProjectItem(string FullPath, string? Extension, string? FrameworkReferenceName)
{
    /// <summary>The system that it is for.</summary>
    public string? RuntimeIdentifier { get; init; }
}

[JsonSerializable(typeof(ProjectAnswer))]
internal sealed partial class ProjectAnswerContext : JsonSerializerContext;
