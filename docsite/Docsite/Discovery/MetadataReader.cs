using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Pages;
using Docsite.Parsing;
using Docsite.Settings;
using YamlDotNet.RepresentationModel;

namespace Docsite.Discovery;

/// <summary>Reads <c>_directory.yml</c> and <c>_name.yml</c>: texts as values, lists joined by commas.</summary>
internal static class MetadataReader
{
    /// <summary>No metadata; keys are case-insensitive.</summary>
    public static ImmutableDictionary<string, string> None { get; } =
        ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

    public static ImmutableDictionary<string, string> Read(PageText file, ImmutableArray<Diagnostic>.Builder findings)
    {
        var yaml = new YamlFile(file);
        var metadata = None.ToBuilder();
        foreach (var (key, value) in yaml.ReadPairs())
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (name.Length == 0) yaml.Report(key, "a key is a word");
            else if (metadata.ContainsKey(name)) yaml.Report(key, $"'{name}' is given twice");
            else if (Text(value) is not { } text) yaml.Report(value, "a text or a list of texts is expected");
            else if (IsReadable(name, key, value, yaml)) metadata.Add(name, text);
        }
        findings.AddRange(yaml.Findings);
        return metadata.ToImmutable();
    }

    private static string? Text(YamlNode value) => value switch
    {
        YamlScalarNode scalar => scalar.Value ?? "",
        YamlSequenceNode list when list.Children.All(item => item is YamlScalarNode) =>
            string.Join(", ", list.Children.Select(item => ((YamlScalarNode)item).Value)),
        _ => null,
    };

    private static bool IsReadable(string name, YamlNode key, YamlNode value, YamlFile yaml)
    {
        var values = value is YamlSequenceNode list ? list.Children.Select(item => ((YamlScalarNode)item).Value ?? "").ToList() : [((YamlScalarNode)value).Value ?? ""];
        switch (PageKeys.Check(PageKeys.OfFolder, name, values))
        {
            case KeyProblem.OfKey problem:
                yaml.Report(problem.Severity, yaml.Locate(key), problem.Message, problem.Allowed);
                return true;
            case { } problem:
                yaml.Report(value, problem.Message);
                return false;
            default:
                return true;
        }
    }
}
