using System.Globalization;
using Docsite.Execution;
using Docsite.Planning;
using Docsite.Reference;
using Docsite.Writing;

namespace Docsite.Rendering;

/// <summary>What the names in a page's blocks stand for, for a file that is loaded when a reader first points at one of them.</summary>
internal sealed class PageNames
{
    private readonly Dictionary<(string Signature, string Summary, string Value), int> _texts = [];
    private readonly SortedDictionary<string, List<int>> _blocks = new(StringComparer.Ordinal);

    /// <summary>Whether there are any.</summary>
    public bool IsEmpty => _blocks.Count == 0;

    /// <summary>The file's name beside the page.</summary>
    public static string FileOf(string route) => Path.ChangeExtension(route, ".names.js");

    /// <summary>Adds a block.</summary>
    /// <param name="block">Its id on the page.</param>
    /// <param name="symbols">What its links stand for, in the order of the code.</param>
    /// <param name="runs">Its runs, which know what variables held.</param>
    /// <param name="api">Knows the summaries of documented members.</param>
    public void Add(string block, IReadOnlyList<CodeSymbol> symbols, IReadOnlyList<(Variant? Variant, StepRun Run)> runs, ApiModel api)
    {
        if (symbols.Count == 0 || _blocks.ContainsKey(block)) return;
        _blocks.Add(block, [.. symbols.Select(symbol => Number(symbol, runs, api))]);
    }

    /// <summary>The file: a call, since nothing else can be loaded from a folder on disk.</summary>
    public string Script() => $"docsiteNames({JsonText.Of(_texts.OrderBy(text => text.Value).Select(text => Entry(text.Key)))},{JsonText.Of(_blocks)});\n";

    private static string[] Entry((string Signature, string Summary, string Value) text) => text switch
    {
        { Value.Length: > 0 } => [text.Signature, text.Summary, text.Value],
        { Summary.Length: > 0 } => [text.Signature, text.Summary],
        _ => [text.Signature],
    };

    private int Number(CodeSymbol symbol, IReadOnlyList<(Variant? Variant, StepRun Run)> runs, ApiModel api)
    {
        var summary = symbol.Id is { } id && api.SummaryOf(id) is { Length: > 0 } known ? known : symbol.Summary;
        var text = (symbol.Signature, summary, symbol.Variable is { } name ? ValueOf(name, runs) : "");
        if (!_texts.TryGetValue(text, out var number)) _texts.Add(text, number = _texts.Count);
        return number;
    }

    private static string ValueOf(string name, IReadOnlyList<(Variant? Variant, StepRun Run)> runs)
    {
        var groups = runs.Select(run => (run.Variant, Text: run.Run.Variables.FirstOrDefault(held => held.Name == name)?.Text))
            .Where(held => held.Text is not null).GroupBy(held => held.Text!).ToList();
        if (groups.Count < 2) return groups.Count == 0 ? "" : groups[0].Key;
        return string.Join("; ", groups.Select(group => string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", group.Select(held => held.Variant?.Name))}: {group.Key}")));
    }
}
