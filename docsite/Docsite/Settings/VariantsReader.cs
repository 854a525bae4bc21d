using System.Collections.Immutable;
using Docsite.Diagnostics;
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
        foreach (var (key, value) in mapping.Children)
        {
            switch (((key as YamlScalarNode)?.Value ?? "").ToUpperInvariant())
            {
                case "NAME": settings = settings with { VariantName = read.Text(value, settings.VariantName) }; break;
                case "DEFAULT": chosen = value; break;
                case "VERSIONS": versions = value; break;
                case "VALUES": settings = settings with { Variants = Values(value, read) }; break;
                default: read.UnknownKey(key, AllowedKeys); break;
            }
        }
        if (versions is not null) settings = settings with { VariantVersions = Versions(versions, settings.Variants, read) };
        return chosen is null ? settings : settings with { DefaultVariant = Find(chosen, settings.Variants, read) };
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
        if (node is not YamlMappingNode mapping)
        {
            read.Report(node, "the values are 'Name: line of C#' pairs");
            return [];
        }
        return [.. mapping.Children.Select(pair => new Variant(read.Text(pair.Key, ""), read.Text(pair.Value, "")))];
    }

    private static Variant? Find(YamlNode node, ImmutableArray<Variant> variants, SettingValues read)
    {
        var name = read.Text(node, "");
        var variant = variants.FirstOrDefault(v => v.Name == name);
        if (variant is not null || name.Length == 0) return variant;
        var names = variants.Select(v => v.Name).ToImmutableArray();
        read.Report(node, $"there is no variant {name}{NearestWord.Question(name, names)}", $"allowed are {string.Join(", ", names)}");
        return null;
    }
}
