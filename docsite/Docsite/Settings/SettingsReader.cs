using System.Collections.Frozen;
using System.Collections.Immutable;
using Docsite.Pages;
using Docsite.Writing;
using Microsoft.CodeAnalysis.Text;
using YamlDotNet.RepresentationModel;

namespace Docsite.Settings;

/// <summary>Reads <c>docsite.yml</c>. Keys are case-insensitive; every unknown key and unreadable value is a finding.</summary>
public static class SettingsReader
{
    private delegate SiteSettings Setter(SiteSettings settings, YamlNode value, SettingValues read);

    private static readonly FrozenDictionary<string, Setter> Keys = new Dictionary<string, Setter>
    {
        ["SiteTitle"] = (s, node, read) => s with { SiteTitle = read.Text(node, s.SiteTitle) },
        ["Description"] = (s, node, read) => s with { Description = read.Text(node, s.Description) },
        ["Host"] = (s, node, read) => s with { Host = read.Host(node) },
        ["LinkRoot"] = (s, node, read) => s with { LinkRoot = read.HostFolder(node) },
        ["LinkHideExtensions"] = (s, node, read) => s with { LinkHideExtensions = read.Flag(node) },
        ["InputPaths"] = (s, node, read) => s with { InputPaths = read.Folders(node, s.InputPaths) },
        ["ExamplePaths"] = (s, node, read) => s with { ExamplePaths = read.Folders(node, s.ExamplePaths) },
        ["OutputPath"] = (s, node, read) => s with { OutputPath = read.Folder(node, s.OutputPath) },
        ["BookPath"] = (s, node, read) => s with { BookPath = read.FilePath(node, ".html") },
        ["ArchivePath"] = (s, node, read) => s with { ArchivePath = read.FilePath(node, ".zip") },
        ["EditLink"] = (s, node, read) => s with { EditLink = read.EditLink(node) },
        ["GitDates"] = (s, node, read) => s with { GitDates = read.Flag(node) },
        ["Limits"] = LimitsReader.Read,
        ["ExcludedPaths"] = (s, node, read) => s with { ExcludedPaths = read.Different(node) },
        ["Projects"] = (s, node, read) => s with { Projects = read.Different(node) },
        ["Usings"] = (s, node, read) => s with { Usings = read.Different(node, read.Import) },
        ["Variants"] = VariantsReader.Read,
        ["Timeout"] = (s, node, read) => s with { Timeout = read.Duration(node, s.Timeout) },
        ["BuildTimeout"] = (s, node, read) => s with { BuildTimeout = read.Duration(node, s.BuildTimeout) },
        ["MemoryLimit"] = (s, node, read) => s with { MemoryLimitBytes = read.ProcessMemory(node, s.MemoryLimitBytes) },
        ["InvariantGlobalization"] = (s, node, read) => s with { InvariantGlobalization = read.Flag(node) },
        ["Allow"] = (s, node, read) => s with { Allow = read.Different(node) },
        ["Reference"] = ReferenceReader.Read,
        ["Verdicts"] = (s, node, read) => s with { Verdicts = read.Different(node) },
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The keys that a settings file may have, in the order the documentation lists them.</summary>
    public static ImmutableArray<string> AllowedKeys { get; } =
    [
        "SiteTitle", "Description", "Host", "LinkRoot", "LinkHideExtensions", "InputPaths", "ExamplePaths", "OutputPath", "ExcludedPaths",
        "Projects", "Usings", "Variants", "Timeout", "BuildTimeout", "MemoryLimit", "InvariantGlobalization", "Allow", "Verdicts", "Reference",
        "BookPath", "ArchivePath", "EditLink", "GitDates", "Limits",
    ];

    /// <summary>Reads the settings.</summary>
    /// <param name="file">The text of <c>docsite.yml</c>.</param>
    /// <param name="root">The folder it lies in.</param>
    public static SettingsReading Read(PageText file, string root)
    {
        var yaml = new YamlFile(file);
        var read = new SettingValues(yaml);
        var settings = new SiteSettings { Root = root, SiteTitle = "" };
        var seen = new Dictionary<string, YamlNode>(StringComparer.OrdinalIgnoreCase);
        var pairs = yaml.ReadPairs().ToList();
        settings = settings with { Places = SettingsPlaces.Read(yaml, pairs) };
        foreach (var (key, value) in pairs)
        {
            var name = ((key as YamlScalarNode)?.Value) ?? "";
            if (!Keys.TryGetValue(name, out var set)) read.UnknownKey(key, AllowedKeys);
            else if (!seen.TryAdd(name, value)) yaml.Report(key, $"the setting '{name}' is given twice");
            else settings = set(settings, value, read);
        }
        if (!seen.ContainsKey("SiteTitle") && yaml.Findings.IsEmpty)
        {
            yaml.Report(new PageLocation(file, new TextSpan(0, 0)), "the setting 'SiteTitle' is missing", "add: SiteTitle: The name of the site");
        }
        if (seen.TryGetValue("Reference", out var reference) && settings.Projects.IsEmpty && yaml.Findings.IsEmpty) yaml.Report(reference, "there is no project that the reference could be about", "name one under Projects, or take the setting out");
        CheckInputPaths(settings, seen, yaml);
        CheckOutputPath(settings, seen, yaml);
        return new SettingsReading(settings, yaml.Findings);
    }

    // A page that is found twice would be two pages at one address.
    private static void CheckInputPaths(SiteSettings settings, Dictionary<string, YamlNode> seen, YamlFile yaml)
    {
        var inputs = settings.InputPaths;
        for (var i = 1; i < inputs.Length; i++)
        {
            var own = Full(settings, inputs[i]);
            var other = inputs[..i].FirstOrDefault(path => own.StartsWith(Full(settings, path), StringComparison.Ordinal) || Full(settings, path).StartsWith(own, StringComparison.Ordinal));
            if (other is null) continue;
            var node = seen["InputPaths"] is YamlSequenceNode list && list.Children.Count == inputs.Length ? list.Children[i] : seen["InputPaths"];
            yaml.Report(node, $"the input folders '{other}' and '{inputs[i]}' share their pages", "name the outer one alone");
        }
    }

    // The output folder is replaced as a whole, so nothing that is read may lie inside it, nor it inside what is read.
    private static void CheckOutputPath(SiteSettings settings, Dictionary<string, YamlNode> seen, YamlFile yaml)
    {
        if (seen.TryGetValue("OutputPath", out var named) && Path.GetFileName(settings.OutputPath) == SiteWriter.MarkerFile)
        {
            yaml.Report(named, $"the output folder '{settings.OutputPath}' is where results are kept between builds", "choose another name");
        }
        var output = Full(settings, settings.OutputPath);
        var clash = settings.InputPaths.Concat(settings.ExamplePaths).Select(path => Full(settings, path)).Append(Full(settings, "."))
            .FirstOrDefault(input => input.StartsWith(output, StringComparison.Ordinal)
                || (input != Full(settings, ".") && output.StartsWith(input, StringComparison.Ordinal)));
        if (clash is null) return;
        var location = seen.TryGetValue("OutputPath", out var node) || seen.TryGetValue("InputPaths", out node)
            ? yaml.Locate(node) : new PageLocation(yaml.Page, new TextSpan(0, 0));
        yaml.Report(location, $"the output folder '{settings.OutputPath}' and the pages share a folder", "the output folder is replaced by every build; give it a folder of its own");
    }

    private static string Full(SiteSettings settings, string path) =>
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(settings.Root, path))) + Path.DirectorySeparatorChar;
}
