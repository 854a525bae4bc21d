using System.Collections.Immutable;
using Docsite.Pages;
using YamlDotNet.RepresentationModel;

namespace Docsite.Parsing;

/// <summary>What a page says about itself above its text; keys are case-insensitive.</summary>
/// <param name="Entries">Its keys and values, in the page's order.</param>
/// <param name="BodyStart">Where the text below begins: the start of the line behind the closing <c>---</c>; 0 without front matter.</param>
public sealed record FrontMatter(ImmutableArray<FrontMatterEntry> Entries, int BodyStart)
{
    /// <summary>No front matter.</summary>
    public static FrontMatter None { get; } = new([], 0);

    /// <summary>The entry with this key, or nothing.</summary>
    public FrontMatterEntry? Find(string key) =>
        Entries.FirstOrDefault(entry => entry.Key.Equals(key, StringComparison.OrdinalIgnoreCase));

    /// <summary>The value of this key as text, or nothing where the key is missing or its value is no scalar.</summary>
    public string? Text(string key) => Find(key)?.Text;
}

/// <summary>A key of the front matter and its value.</summary>
/// <param name="Key">As written.</param>
/// <param name="KeyLocation">Where the key stands.</param>
/// <param name="ValueLocation">Where the value stands; empty behind the colon where there is none.</param>
/// <param name="Value">The value.</param>
public sealed record FrontMatterEntry(string Key, PageLocation KeyLocation, PageLocation ValueLocation, YamlNode Value)
{
    /// <summary>The value as text; nothing where it is a list or a mapping.</summary>
    public string? Text => (Value as YamlScalarNode)?.Value;

    /// <summary>Where each of a list's elements stands; empty for anything else.</summary>
    public ImmutableArray<PageLocation> Elements { get; init; } = [];

    /// <summary>The scalars of a list, or the one scalar.</summary>
    public ImmutableArray<string> List => Value switch
    {
        YamlSequenceNode list => [.. list.Children.OfType<YamlScalarNode>().Select(node => node.Value ?? "")],
        YamlScalarNode { Value: { } text } => [text],
        _ => [],
    };

    /// <summary>The same; nothing for a mapping and for a list of anything but texts.</summary>
    internal IReadOnlyList<string>? Texts => Value is YamlScalarNode || (Value is YamlSequenceNode list && list.Children.All(node => node is YamlScalarNode)) ? List : null;
}
