using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Planning;
using YamlDotNet.RepresentationModel;

namespace Docsite.Settings;

/// <summary>Reads the setting <c>Variants</c>: what they are called, which one is the default, and each one's first line of C#.</summary>
internal static class VariantsReader
{
    private static readonly ImmutableArray<string> AllowedKeys = ["Name", "Default", "Values"];

    public static SiteSettings Read(SiteSettings settings, YamlNode node, SettingValues read)
    {
        if (node is not YamlMappingNode mapping)
        {
            read.Report(node, "the variants are 'Name', 'Default' and 'Values'", "e.g. Variants: { Name: era, Values: { A: \"var era = 1;\" } }");
            return settings;
        }
        YamlNode? chosen = null;
        foreach (var (key, value) in mapping.Children)
        {
            switch (((key as YamlScalarNode)?.Value ?? "").ToUpperInvariant())
            {
                case "NAME": settings = settings with { VariantName = read.Text(value, settings.VariantName) }; break;
                case "DEFAULT": chosen = value; break;
                case "VALUES": settings = settings with { Variants = Values(value, read) }; break;
                default: read.UnknownKey(key, AllowedKeys); break;
            }
        }
        return chosen is null ? settings : settings with { DefaultVariant = Default(chosen, settings.Variants, read) };
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

    private static Variant? Default(YamlNode node, ImmutableArray<Variant> variants, SettingValues read)
    {
        var name = read.Text(node, "");
        var variant = variants.FirstOrDefault(v => v.Name == name);
        if (variant is not null || name.Length == 0) return variant;
        var names = variants.Select(v => v.Name).ToImmutableArray();
        read.Report(node, $"there is no variant {name}{NearestWord.Question(name, names)}", $"allowed are {string.Join(", ", names)}");
        return null;
    }
}
