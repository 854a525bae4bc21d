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
        if (node is not YamlMappingNode mapping) return settings with { Reference = reference with { Folder = read.SiteFolder(node, reference.Folder) } };
        foreach (var (key, value) in read.Pairs(mapping, AllowedKeys))
        {
            reference = key switch
            {
                "Folder" => reference with { Folder = read.SiteFolder(value, reference.Folder) },
                "Title" => reference with { Title = read.Text(value, reference.Title) },
                "Order" => reference with { Order = Order(value, read, reference.Order) },
                "MinimumExecuted" => reference with { MinimumExecuted = Percent(value, read) },
                _ => reference with { Attributes = Attributes(value, read) },
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
        foreach (var (key, value) in read.Pairs(mapping, AttributeKeys))
        {
            setting = key switch
            {
                "Label" => setting with { Label = read.Text(value, name) },
                "Text" => setting with { Text = read.Texts(value) },
                "Url" => setting with { Url = read.Texts(value) },
                "Name" => setting with { Name = read.Texts(value) },
                "Detail" => setting with { Detail = read.Texts(value) },
                "Since" => setting with { Since = read.Texts(value) },
                "Until" => setting with { Until = read.Texts(value) },
                "About" => setting with { About = read.Text(value, "") },
                _ => setting with { Index = read.Text(value, "") },
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

}
