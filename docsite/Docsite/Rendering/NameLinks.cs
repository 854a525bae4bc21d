using System.Collections.Immutable;
using Docsite.Discovery;
using Docsite.Execution;
using Docsite.Pages;
using Docsite.Parsing;

namespace Docsite.Rendering;

/// <summary>Links of one block: where each name leads, and what the compiler complains about.</summary>
internal sealed class NameLinks
{
    private readonly Dictionary<int, CodeName> _names;
    private readonly ImmutableArray<CodeSymbol> _symbols;
    private readonly HashSet<int> _borders = [];
    private readonly bool[] _isWrong;
    private readonly string? _toReference;
    private readonly string _block;
    private readonly HashSet<string> _unshown;
    private readonly List<int> _used = [];

    /// <param name="run">What ran, and what its names stand for.</param>
    /// <param name="block">The block.</param>
    /// <param name="input">The page that shows it.</param>
    public NameLinks(StepRun run, SessionStep.Block block, RenderInput input)
    {
        var code = block.Shown;
        // What is shown may be more than what was compiled: the page tells where the two meet.
        var names = run.Names.Select(name => name with { Start = OffsetIn(code, block.Code.OffsetOnPage(name.Start)) }).Where(name => name.Start >= 0).ToList();
        _names = names.ToDictionary(name => name.Start);
        _symbols = run.Symbols;
        _block = NameOf(run.Step.Id);
        _unshown = [.. input.Page.Parsed.Steps.OfType<SessionStep.Block>().Where(one => one.Options.Hidden && one.Figures.IsEmpty).Select(one => NameOf(one.Id))];
        _toReference = input.Settings.Reference is { } reference ? Route.Relative(input.Page.Route, reference.Folder + "/-")[..^1] : null;
        foreach (var name in names) _borders.UnionWith([name.Start, name.Start + name.Length]);
        _isWrong = Wrong(run, code);
        for (var i = 1; i < _isWrong.Length; i++)
        {
            if (_isWrong[i] != _isWrong[i - 1]) _borders.Add(i);
        }
    }

    /// <summary>The symbols of the links in the order of the code.</summary>
    public IReadOnlyList<CodeSymbol> Linked => [.. _used.Select(index => _symbols[index])];

    /// <summary>Gives the names the compiler's colours.</summary>
    public void Colour(string[] kinds)
    {
        foreach (var name in _names.Values) kinds.AsSpan(name.Start, name.Length).Fill(_symbols[name.Symbol].Kind);
    }

    /// <summary>Whether a piece of code ends before an offset.</summary>
    public bool IsBorder(int offset) => _borders.Contains(offset);

    /// <summary>The piece with what is known about it.</summary>
    public CodeToken Link(CodeToken token, int offset)
    {
        var isWrong = offset < _isWrong.Length && _isWrong[offset] && !string.IsNullOrWhiteSpace(token.Text);
        if (!_names.TryGetValue(offset, out var name)) return isWrong ? token with { IsWrong = true } : token;
        _used.Add(name.Symbol);
        return token with { Href = Href(_symbols[name.Symbol]), IsWrong = isWrong };
    }

    // Without a reference there is still the block that the name is in.
    private string Href(CodeSymbol symbol)
    {
        if (symbol.Href is { } href && LinkResolver.IsExternal(href)) return href;
        if (symbol.Href is not null && _toReference is not null) return _toReference + symbol.Href;
        return "#" + (symbol.Block is { Length: > 0 } block && !_unshown.Contains(block) ? block : _block);
    }

    private static string NameOf(string id) => id[(id.LastIndexOf('#') + 1)..];

    private static int OffsetIn(CodeRegion code, int offsetOnPage)
    {
        var offset = 0;
        foreach (var line in code.Lines)
        {
            if (offsetOnPage >= line.Start && offsetOnPage <= line.End) return offset + offsetOnPage - line.Start;
            offset += line.Length + 1;
        }
        return -1;
    }

    private static bool[] Wrong(StepRun run, CodeRegion code)
    {
        var isWrong = new bool[code.Code.Length];
        foreach (var message in run.Compiler)
        {
            for (var i = 0; i < isWrong.Length; i++)
            {
                var at = code.OffsetOnPage(i);
                isWrong[i] |= message.Location.Page.Path == code.Page.Path && (message.Location.Span.Contains(at) || message.Location.Span.Length == 0 && message.Location.Span.Start == at);
            }
        }
        return isWrong;
    }
}
