using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;

namespace Docsite.Execution.Projects;

/// <summary>
/// Finds the files that the settings' projects are built from: all below the folder of each project and of each that it refers
/// to, what they name outside of it, and the files that msbuild looks for in the folders above.
/// </summary>
/// <remarks>It may find too many, which costs a build that was not needed, and says so where it cannot tell.</remarks>
internal sealed class ProjectInputs
{
    private static readonly string[] FromAbove =
        ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "Directory.Solution.props", "global.json", "NuGet.Config", "nuget.config", ".editorconfig", ".globalconfig"];

    private static readonly string[] NotInputs = ["bin", "obj", "artifacts", "node_modules"];

    private readonly SortedSet<string> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    private string? _unknown;

    private ProjectInputs()
    {
    }

    /// <summary>The files, those that could appear included; nothing where a project names files in a way that only msbuild understands.</summary>
    internal static ImmutableArray<string>? Find(IEnumerable<string> projects)
    {
        var inputs = new ProjectInputs();
        foreach (var project in projects) inputs.AddProject(Path.GetFullPath(project));
        return inputs._unknown is null ? [.. inputs._files] : null;
    }

    /// <summary>The folders that hold the inputs of projects; those inside another one are left out.</summary>
    internal static ImmutableArray<string> FoldersOf(IEnumerable<string> projects)
    {
        var inputs = new ProjectInputs();
        foreach (var project in projects) inputs.AddProject(Path.GetFullPath(project));
        return [.. inputs._folders.Where(folder => Path.GetDirectoryName(folder) is not { } above || !inputs._folders.Contains(above)).Order(StringComparer.Ordinal)];
    }

    /// <summary>A source of a project or of those that it refers to that is no file but a pipe, a socket or a device; nothing where there is none.</summary>
    internal static string? IrregularSource(string project) => FoldersOf([project])
        .SelectMany(folder => new DirectoryInfo(folder).EnumerateFiles("*.cs", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
        .Select(file => file.FullName).Order(StringComparer.Ordinal).FirstOrDefault(path => !RegularFile.Is(path));

    private void AddProject(string project)
    {
        if (!_read.Add(project)) return;
        var folder = Path.GetDirectoryName(project)!;
        AddFolder(folder);
        for (var above = folder; above is not null; above = Path.GetDirectoryName(above))
        {
            foreach (var name in FromAbove) AddFromAbove(Path.Combine(above, name), folder);
        }
        ReadFile(project, folder);
    }

    private void AddFromAbove(string file, string project)
    {
        _ = _files.Add(file);
        if (file.EndsWith(".props", StringComparison.Ordinal) || file.EndsWith(".targets", StringComparison.Ordinal)) ReadFile(file, project);
    }

    private void ReadFile(string file, string project)
    {
        _ = _files.Add(file);
        if (!File.Exists(file)) return;
        try
        {
            foreach (var element in XDocument.Load(file).Descendants()) ReadElement(element, Path.GetDirectoryName(file)!, project);
        }
        catch (XmlException)
        {
            _unknown = file;
        }
    }

    private void ReadElement(XElement element, string folder, string project)
    {
        var isImport = element.Name.LocalName == "Import" && element.Attribute("Sdk") is null;
        string?[] values = [isImport ? element.Attribute("Project")?.Value : null, element.Attribute("Include")?.Value, element.Name.LocalName == "HintPath" ? element.Value : null];
        foreach (var value in values.OfType<string>().SelectMany(value => value.Split(';')).Where(IsPath))
        {
            var path = value.Trim().Replace('\\', '/')
                .Replace("$(MSBuildThisFileDirectory)", folder + "/", StringComparison.OrdinalIgnoreCase)
                .Replace("$(MSBuildProjectDirectory)", project, StringComparison.OrdinalIgnoreCase);
            if (path.Contains("$(", StringComparison.Ordinal) || path.Contains("@(", StringComparison.Ordinal)) _unknown = path;
            // An import is found from the file that it stands in, an item from the project.
            else AddPath(Path.GetFullPath(Path.Combine(isImport ? folder : project, path)), project);
        }
    }

    private static bool IsPath(string value) => value.Contains('/', StringComparison.Ordinal) || value.Contains('\\', StringComparison.Ordinal);

    private void AddPath(string path, string project)
    {
        if (path.Contains('*', StringComparison.Ordinal))
        {
            AddFolder(Path.GetDirectoryName(path[..path.IndexOf('*', StringComparison.Ordinal)])!);
            return;
        }
        if (path.EndsWith("proj", StringComparison.Ordinal)) AddProject(path);
        else if (path.EndsWith(".props", StringComparison.Ordinal) || path.EndsWith(".targets", StringComparison.Ordinal)) ReadFile(path, project);
        else _ = _files.Add(path);
    }

    private void AddFolder(string folder)
    {
        if (!_folders.Add(folder) || !Directory.Exists(folder)) return;
        foreach (var file in Directory.EnumerateFiles(folder)) _ = _files.Add(file);
        foreach (var child in Directory.EnumerateDirectories(folder))
        {
            var name = Path.GetFileName(child);
            if (!NotInputs.Contains(name, StringComparer.OrdinalIgnoreCase) && name[0] != '.') AddFolder(child);
        }
    }
}
