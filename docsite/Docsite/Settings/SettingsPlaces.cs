using System.Collections.Frozen;
using Docsite.Pages;
using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Docsite.Settings;

/// <summary>Where each setting stands in <c>docsite.yml</c>, for what is found about it once the file has been read.</summary>
public sealed class SettingsPlaces
{
    /// <summary>The name of the settings file.</summary>
    public const string File = "docsite.yml";

    private readonly PageText _page;
    private readonly FrozenDictionary<string, PageLocation> _places;

    private SettingsPlaces(PageText page, IEnumerable<(string Path, PageLocation Place)> places)
    {
        _page = page;
        _places = places.DistinctBy(one => one.Path).ToFrozenDictionary(one => one.Path, one => one.Place, StringComparer.Ordinal);
    }

    /// <summary>Those of settings that were read from no file: all at the start of an empty one.</summary>
    public static SettingsPlaces None { get; } = new(new PageText(File, ""), []);

    /// <summary>The place of a setting, or of an entry in it; that of the nearest one around it where it is not written down.</summary>
    /// <param name="path">The setting's key, then the keys or values of the entries inside, e.g. <c>Variants</c>, <c>Values</c>, <c>A</c>.</param>
    public PageLocation Of(params IReadOnlyList<string> path)
    {
        for (var length = path.Count; length > 0; length--)
        {
            var name = Join(path.Take(length));
            if (_places.TryGetValue(name, out var place)) return place;
            // Keys may be written in any case; of values, one that is written like this comes first.
            if (_places.Keys.FirstOrDefault(one => one.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } other) return _places[other];
        }
        return new PageLocation(_page, new TextSpan(0, 0));
    }

    internal static SettingsPlaces Read(YamlFile yaml, IEnumerable<KeyValuePair<YamlNode, YamlNode>> pairs) =>
        new(yaml.Page, pairs.SelectMany(pair => Within(yaml, [], pair.Key, pair.Value, PlaceOf(yaml, pair.Key))));

    private static IEnumerable<(string Path, PageLocation Place)> Within(YamlFile yaml, string[] around, YamlNode key, YamlNode value, PageLocation place)
    {
        string[] path = [.. around, Word(key)];
        var entries = value switch
        {
            YamlSequenceNode list => list.Children.Select(item => (Join([.. path, Word(item)]), PlaceOf(yaml, item))),
            YamlMappingNode mapping => mapping.Children.SelectMany(pair => Within(yaml, path, pair.Key, pair.Value, PlaceOf(yaml, pair.Value))),
            _ => [(Join([.. path, Word(value)]), PlaceOf(yaml, value))],
        };
        return entries.Prepend((Join(path), place));
    }

    // Quotation marks are no part of a text.
    private static PageLocation PlaceOf(YamlFile yaml, YamlNode node)
    {
        var place = yaml.Locate(node);
        return node is YamlScalarNode { Style: ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted } && place.Span.Length >= 2
            ? place with { Span = TextSpan.FromBounds(place.Span.Start + 1, place.Span.End - 1) } : place;
    }

    // A folder is written with a slash at its end or without.
    private static string Word(YamlNode node) => ((node as YamlScalarNode)?.Value ?? "").Replace('\\', '/').TrimEnd('/');

    private static string Join(IEnumerable<string> path) => string.Join('\n', path.Select(one => one.Replace('\\', '/').TrimEnd('/')));
}
