using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Docsite.Rendering;

namespace Docsite.Theme;

/// <summary>The files of the theme, read from this assembly.</summary>
internal static partial class ThemeAssets
{
    // Later files may refine earlier ones.
    private static readonly ImmutableArray<string> Styles =
        ["base.css", "layout.css", "prose.css", "code.css", "parts.css", "names.css", "search.css", "stepper.css", "print.css"];

    /// <summary>Linked by the pages that use them.</summary>
    public static ImmutableArray<PartialSheet> Sheets { get; } = [.. new[] { "cards.css", "figures.css", "reference.css" }.Select(name => new PartialSheet(name, Text($"css.{name}")))];

    public static ImmutableArray<ThemeAsset> All { get; } =
    [
        new("assets/docsite.css", Bytes(Compact(string.Concat(Styles.Select(name => Text($"css.{name}")))))),
        .. Sheets.Select(sheet => new ThemeAsset($"assets/{sheet.Name}", Bytes(Compact(Text($"css.{sheet.Name}"))))),
        new("assets/docsite.js", Bytes(Text("js.docsite.js") + Text("js.names.js") + Text("js.find.js"))),
        // Loaded when a reader first searches.
        new("assets/search.js", Bytes(Text("search.minisearch.js") + Text("search.search.js") + Text("search.searchbox.js"))),
        new("assets/minisearch.LICENSE.txt", Bytes(Text("search.minisearch.LICENSE.txt"))),
        new("assets/favicon.svg", Bytes(Text("assets.favicon.svg"))),
    ];

    // Comments and the space around marks are for those who read the sources. No string in the styles holds either.
    private static string Compact(string css) => Space().Replace(Comments().Replace(css, ""), "${mark}").Replace(";}", "}", StringComparison.Ordinal).TrimStart();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\s*(?<mark>[{};,>])\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Space();

    private static ImmutableArray<byte> Bytes(string text) => [.. Encoding.UTF8.GetBytes(text)];

    private static string Text(string name)
    {
        using var stream = typeof(ThemeAssets).Assembly.GetManifestResourceStream($"Docsite.Theme.{name}")
            ?? throw new InvalidOperationException($"The theme's file {name} is missing from its assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
