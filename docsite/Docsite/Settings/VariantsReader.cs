using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Parsing;
using Docsite.Planning;
using YamlDotNet.RepresentationModel;

namespace Docsite.Settings;

/// <summary>Reads the setting <c>Variants</c>: what they are called, which one is the default, each one's first line of C#, and the versions it stands for.</summary>
internal static class VariantsReader
{
    private static readonly ImmutableArray<string> AllowedKeys = ["Name", "Default", "Values", "Versions"];

    public static SiteSettings Read(SiteSettings settings, YamlNode node, SettingValues read)
    {
        if (node is not YamlMappingNode mapping)
        {
            read.Report(node, "the variants are 'Name', 'Default' and 'Values'", "e.g. Variants: { Name: era, Values: { A: \"var era = 1;\" } }");
            return settings;
        }
        YamlNode? chosen = null;
        YamlNode? versions = null;
        foreach (var (key, value) in read.Pairs(mapping, AllowedKeys))
        {
            switch (key)
            {
                case "Name": settings = settings with { VariantName = Name(value, settings.VariantName, read) }; break;
                case "Default": chosen = value; break;
                case "Versions": versions = value; break;
                default: settings = settings with { Variants = Values(value, read) }; break;
            }
        }
        if (!mapping.Children.Keys.Any(key => (key as YamlScalarNode)?.Value?.Equals("Values", StringComparison.OrdinalIgnoreCase) == true)) read.Report(node, "the setting 'Values' is missing", "add: Values: { A: \"var era = 1;\" }");
        if (versions is not null) settings = settings with { VariantVersions = Versions(versions, settings.Variants, read) };
        return chosen is null ? settings : settings with { DefaultVariant = Find(chosen, settings.Variants, read) };
    }

    // A fence names it beside its own options, an example file beside its own keys.
    private static string Name(YamlNode node, string fallback, SettingValues read)
    {
        var name = read.Word(node, fallback);
        if (VariantWords.Clash(name) is not { } taken) return name;
        read.Report(node, $"'{name}' cannot name the variants: {taken} is an option already", "choose another word, e.g. era");
        return fallback;
    }

    private static ImmutableDictionary<string, VersionSpan> Versions(YamlNode node, ImmutableArray<Variant> variants, SettingValues read)
    {
        var versions = ImmutableDictionary.CreateBuilder<string, VersionSpan>(StringComparer.Ordinal);
        if (node is not YamlMappingNode mapping) read.Report(node, "the versions are 'Name: first-last' pairs", "e.g. Versions: { A: 5.8-5.11, B: 5.12- }");
        else
        {
            foreach (var (key, value) in mapping.Children)
            {
                if (Find(key, variants, read) is not { } variant) continue;
                if (VersionSpan.TryParse(read.Text(value, ""), out var span)) versions[variant.Name] = span;
                else read.Report(value, $"'{value}' is no span of versions", "expected: two versions such as 5.8-5.11, one such as 6.1, or 6.5- where the last is open");
            }
        }
        return versions.ToImmutable();
    }

    private static ImmutableArray<Variant> Values(YamlNode node, SettingValues read)
    {
        if (node is YamlMappingNode { Children.Count: > 0 } mapping) return [.. mapping.Children.Select(pair => new Variant(read.Word(pair.Key, ""), read.Text(pair.Value, "")))];
        read.Report(node, "the values are 'Name: line of C#' pairs");
        return [];
    }

    private static Variant? Find(YamlNode node, ImmutableArray<Variant> variants, SettingValues read)
    {
        var name = read.Text(node, "");
        var variant = variants.FirstOrDefault(v => v.Name == name);
        // Where none can be read, that is told already.
        if (variant is not null || name.Length == 0 || variants.IsEmpty) return variant;
        var names = variants.Select(v => v.Name).ToImmutableArray();
        read.Report(node, $"there is no variant {name}{NearestWord.Question(name, names)}", $"allowed are {string.Join(", ", names)}");
        return null;
    }
}
