using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Docsite.Settings;

/// <summary>Reads the setting <c>Limits</c>.</summary>
internal static class LimitsReader
{
    private static readonly ImmutableArray<string> AllowedKeys = ["Html", "FirstVisit", "FurtherVisit", "Styles", "Scripts", "Requests"];

    public static SiteSettings Read(SiteSettings settings, YamlNode node, SettingValues read)
    {
        if (node is not YamlMappingNode mapping)
        {
            read.Report(node, $"the limits are {string.Join(", ", AllowedKeys)}", "e.g. Limits: { Html: 30 KiB, FirstVisit: 40 KiB, Requests: 6 }");
            return settings;
        }
        var limits = settings.Limits;
        foreach (var (key, value) in read.Pairs(mapping, AllowedKeys))
        {
            limits = key switch
            {
                "Html" => limits with { Html = read.Size(value, limits.Html) },
                "FirstVisit" => limits with { FirstVisit = read.Size(value, limits.FirstVisit) },
                "FurtherVisit" => limits with { FurtherVisit = read.Size(value, limits.FurtherVisit) },
                "Styles" => limits with { Styles = read.Size(value, limits.Styles) },
                "Scripts" => limits with { Scripts = read.Size(value, limits.Scripts) },
                _ => limits with { Requests = Number(value, limits.Requests, read) },
            };
        }
        return settings with { Limits = limits };
    }

    private static int Number(YamlNode node, int fallback, SettingValues read)
    {
        var text = read.Text(node, "");
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0) return number;
        if (text.Length > 0) read.Report(node, $"'{text}' is not a number above 0");
        return fallback;
    }
}
