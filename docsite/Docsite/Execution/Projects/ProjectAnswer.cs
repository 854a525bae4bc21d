using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Docsite.Execution.Projects;

/// <summary>What msbuild answers about a project.</summary>
internal sealed record ProjectAnswer(ProjectProperties Properties, ProjectItems Items)
{
    /// <summary>The project's own assembly.</summary>
    internal string TargetPath => Properties.TargetPath;

    /// <summary>The environment with the project in it; an assembly that is there already stays.</summary>
    /// <param name="environment">What blocks see so far.</param>
    /// <param name="project">Path of the project file as the settings name it.</param>
    internal BlockEnvironment AddTo(BlockEnvironment environment, string project)
    {
        var references = Items.ReferencePathWithRefAssemblies.Select(item => item.FullPath).Append(TargetPath);
        var copied = Items.ReferenceCopyLocalPaths.Where(item => item.Extension == ".dll").Select(item => item.FullPath);
        var frameworks = Items.ReferencePathWithRefAssemblies.Select(item => item.FrameworkReferenceName).Distinct();
        return environment with
        {
            Projects = environment.Projects.Add(new BuiltProject(project, TargetPath)),
            References = Distinct(environment.References.Concat(references)),
            Assemblies = Distinct(environment.Assemblies.Append(TargetPath).Concat(copied).Concat(frameworks.SelectMany(SharedFramework))),
        };
    }

    private static ImmutableArray<string> Distinct(IEnumerable<string> paths) => [.. paths.DistinctBy(Path.GetFileName)];

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

internal sealed record ProjectItems(ImmutableArray<ProjectItem> ReferencePathWithRefAssemblies, ImmutableArray<ProjectItem> ReferenceCopyLocalPaths);

internal sealed record ProjectItem(string FullPath, string? Extension, string? FrameworkReferenceName);

[JsonSerializable(typeof(ProjectAnswer))]
internal sealed partial class ProjectAnswerContext : JsonSerializerContext;
