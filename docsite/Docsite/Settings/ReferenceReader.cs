using System.Collections.Immutable;
using System.Globalization;
using Docsite.Reference;
using YamlDotNet.RepresentationModel;

namespace Docsite.Settings;

/// <summary>Reads the setting <c>Reference</c>: the folder alone, or a mapping.</summary>
internal static class ReferenceReader
{
    private static readonly ImmutableArray<string> AllowedKeys = ["Folder", "Title", "Order", "MinimumExecuted", "Attributes"];
    private static readonly ImmutableArray<string> AttributeKeys = ["Label", "Text", "Url", "Name", "Detail", "Since", "Until", "Index", "About"];

    public static SiteSettings Read(SiteSettings settings, YamlNode node, SettingValues read)
    {
        var reference = new ReferenceSettings();
        if (node is not YamlMappingNode mapping) return settings with { Reference = reference with { Folder = read.Folder(node, reference.Folder) } };
        foreach (var (key, value) in mapping.Children)
        {
            reference = KeyOf(key) switch
            {
                "FOLDER" => reference with { Folder = read.Folder(value, reference.Folder) },
                "TITLE" => reference with { Title = read.Text(value, reference.Title) },
                "ORDER" => reference with { Order = Order(value, read, reference.Order) },
                "MINIMUMEXECUTED" => reference with { MinimumExecuted = Percent(value, read) },
                "ATTRIBUTES" => reference with { Attributes = Attributes(value, read) },
                _ => Unknown(reference, key, read, AllowedKeys),
            };
        }
        return settings with { Reference = reference };
    }

    private static ImmutableArray<AttributeSetting> Attributes(YamlNode node, SettingValues read)
    {
        if (node is YamlMappingNode mapping) return [.. mapping.Children.Select(pair => Attribute(read.Text(pair.Key, ""), pair.Value, read))];
        read.Report(node, "the attributes are 'Name: { Label: ..., Text: ... }' pairs");
        return [];
    }

    private static AttributeSetting Attribute(string name, YamlNode node, SettingValues read)
    {
        var setting = new AttributeSetting(name, name);
        if (node is not YamlMappingNode mapping) return setting with { Label = read.Text(node, name) };
        foreach (var (key, value) in mapping.Children)
        {
            setting = KeyOf(key) switch
            {
                "LABEL" => setting with { Label = read.Text(value, name) },
                "TEXT" => setting with { Text = read.Texts(value) },
                "URL" => setting with { Url = read.Texts(value) },
                "NAME" => setting with { Name = read.Texts(value) },
                "DETAIL" => setting with { Detail = read.Texts(value) },
                "SINCE" => setting with { Since = read.Texts(value) },
                "UNTIL" => setting with { Until = read.Texts(value) },
                "ABOUT" => setting with { About = read.Text(value, "") },
                "INDEX" => setting with { Index = read.Text(value, "") },
                _ => Unknown(setting, key, read, AttributeKeys),
            };
        }
        return setting;
    }

    private static int Percent(YamlNode node, SettingValues read)
    {
        var text = read.Text(node, "").Trim();
        if (int.TryParse(text.TrimEnd('%', ' '), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 100) return number;
        if (text.Length > 0) read.Report(node, $"'{text}' is not a part of a hundred", "expected: a whole number from 0 to 100, e.g. 60%");
        return 0;
    }

    private static int Order(YamlNode node, SettingValues read, int fallback)
    {
        if (int.TryParse(read.Text(node, ""), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var order)) return order;
        read.Report(node, "a whole number is expected");
        return fallback;
    }

    private static T Unknown<T>(T unchanged, YamlNode key, SettingValues read, ImmutableArray<string> allowed)
    {
        read.UnknownKey(key, allowed);
        return unchanged;
    }

    private static string KeyOf(YamlNode key) => ((key as YamlScalarNode)?.Value ?? "").ToUpperInvariant();
}
