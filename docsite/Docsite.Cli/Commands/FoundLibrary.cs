using System.Text.RegularExpressions;

namespace Docsite.Cli.Commands;

/// <summary>What can be seen of a library without building it; enough for a first page.</summary>
/// <param name="Name">The project's name.</param>
/// <param name="Namespace">A namespace that it declares.</param>
/// <param name="PublicType">A public type in it that is not generic.</param>
internal sealed partial record FoundLibrary(string Name, string? Namespace, string? PublicType)
{
    private static readonly string[] Languages = [".csproj", ".fsproj", ".vbproj"];

    private static readonly string[] NotSources = ["bin", "obj", "artifacts", "node_modules"];

    /// <summary>The name of the only solution in a folder; nothing where there is none, or several.</summary>
    internal static string? SolutionIn(string root) =>
        Directory.EnumerateFiles(root, "*.sln*").Where(file => Path.GetExtension(file) is ".sln" or ".slnx").Select(Path.GetFileNameWithoutExtension).Distinct().ToList() is [var only] ? only : null;

    /// <summary>The projects below a folder that build a library and are no tests, by path.</summary>
    internal static List<string> ProjectsBelow(string root) =>
    [
        .. FilesBelow(root, "*.??proj").Where(file => Languages.Contains(Path.GetExtension(file))).Where(IsLibrary).Select(file => Path.GetRelativePath(root, file).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    /// <summary>Looks at a project's sources.</summary>
    internal static FoundLibrary Read(string root, string project)
    {
        var path = Path.Combine(root, project);
        var name = Path.GetFileNameWithoutExtension(path);
        var declared = FilesBelow(Path.GetDirectoryName(path)!, "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText)
            .Select(text => (Namespace: NamespaceLine().Match(text).Groups["name"].Value, Type: TypeLine().Match(text).Groups["name"].Value))
            .Where(file => file.Namespace.Length > 0 && file.Type.Length > 0).ToList();
        // The namespace that is called like the project is the one that a reader looks for.
        var best = declared.OrderBy(file => file.Namespace == name ? 0 : 1).ThenBy(file => file.Namespace.Length).FirstOrDefault();
        return best == default ? new FoundLibrary(name, null, null) : new FoundLibrary(name, best.Namespace, best.Type);
    }

    private static bool IsLibrary(string project)
    {
        var text = File.ReadAllText(project);
        return !text.Contains("<OutputType>Exe", StringComparison.OrdinalIgnoreCase) && !text.Contains("<OutputType>WinExe", StringComparison.OrdinalIgnoreCase)
            && !TestMark().IsMatch(text) && !Path.GetFileNameWithoutExtension(project).EndsWith("Tests", StringComparison.Ordinal);
    }

    private static IEnumerable<string> FilesBelow(string folder, string pattern) => Directory.EnumerateFiles(folder, pattern)
        .Concat(Directory.EnumerateDirectories(folder)
            .Where(child => !NotSources.Contains(Path.GetFileName(child), StringComparer.OrdinalIgnoreCase) && Path.GetFileName(child)[0] != '.')
            .SelectMany(child => FilesBelow(child, pattern)));

    [GeneratedRegex(@"^\s*namespace\s+(?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^public\s+(?:(?:sealed|abstract|static|partial|readonly|record)\s+)*(?:class|struct|record|enum|interface)\s+(?<name>\w+)\s*(?![\w<])", RegexOptions.Multiline)]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"<IsTestProject>\s*true|Microsoft\.NET\.Test\.Sdk|xunit|nunit|MSTest|TUnit", RegexOptions.IgnoreCase)]
    private static partial Regex TestMark();
}
