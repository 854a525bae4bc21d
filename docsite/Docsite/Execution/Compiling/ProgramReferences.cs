using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Docsite.Pages;
using Microsoft.CodeAnalysis;

namespace Docsite.Execution.Compiling;

/// <summary>What a program can use under <c>dotnet run</c>: the framework, and the projects that its own lines <c>#:project</c> name.</summary>
/// <param name="references">What every block may use.</param>
/// <param name="projects">The settings' projects.</param>
/// <param name="root">The folder of the settings.</param>
internal sealed partial class ProgramReferences(ImmutableArray<MetadataReference> references, ImmutableArray<BuiltProject> projects, string root)
{
    // What a block shows with comes with the tool; a program has it from a project.
    private static readonly string[] OfTheTool = ["Docsite.Display", "Docsite.Worker"];

    private readonly ConcurrentDictionary<string, ImmutableArray<string>> _closures = new(StringComparer.Ordinal);

    /// <summary>The references of one program; all where it cannot be told what its lines bring along.</summary>
    public ImmutableArray<MetadataReference> Of(PageText file)
    {
        var lines = Directives().Matches(file.Text);
        var named = lines.Where(line => line.Groups["kind"].Value == "project").Select(line => Find(file, line.Groups["value"].Value)).ToList();
        if (projects.IsEmpty || named.Contains(null) || lines.Any(line => line.Groups["kind"].Value == "package")) return references;
        var missing = projects.SelectMany(project => Closure(project)).Concat(OfTheTool).Except(named.SelectMany(project => Closure(project!)), StringComparer.OrdinalIgnoreCase).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. references.Where(reference => !missing.Contains(Path.GetFileNameWithoutExtension(reference.Display ?? "")))];
    }

    // A line names a project's file or its folder.
    private BuiltProject? Find(PageText file, string value)
    {
        var path = Path.GetFullPath(Path.Combine(root, Path.GetDirectoryName(file.Path) ?? "", value));
        return projects.FirstOrDefault(project => Path.GetFullPath(Path.Combine(root, project.Project)) is var full && (full == path || Path.GetDirectoryName(full) == path));
    }

    // What a project's assembly needs stands in the file beside it.
    private ImmutableArray<string> Closure(BuiltProject project) => _closures.GetOrAdd(project.Assembly, static assembly =>
    {
        var list = Path.ChangeExtension(assembly, ".deps.json");
        var targets = File.Exists(list) ? JsonNode.Parse(File.ReadAllText(list))?["targets"]?.AsObject() : null;
        var files = targets?.SelectMany(target => target.Value!.AsObject()).SelectMany(library => library.Value?["runtime"]?.AsObject().Select(one => one.Key) ?? []) ?? [];
        return [.. files.Append(assembly).Select(path => Path.GetFileNameWithoutExtension(path)).Distinct(StringComparer.OrdinalIgnoreCase)];
    });

    [GeneratedRegex(@"^#:(?<kind>project|package)[ \t]+(?<value>\S[^\r\n]*?)[ \t]*\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Directives();
}
