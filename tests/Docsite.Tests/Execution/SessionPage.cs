using System.Collections.Immutable;
using Docsite.Pages;
using Docsite.Parsing;
using Docsite.Planning;
using Markdig.Parsers;
using Markdig.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Tests.Execution;

/// <summary>Writes a page with blocks and gives the plan of its session, without the parser.</summary>
internal sealed class SessionPage
{
    private readonly List<Func<PageText, SessionStep>> _steps = [];
    private string _text = "# A page\n\n";
    private Variant? _variant;

    /// <summary>What stands before each line of a fence.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>What ends each line.</summary>
    public string LineEnd { get; init; } = "\n";

    public static SessionPlan Of(params string[] blocks) => blocks.Aggregate(new SessionPage(), (page, code) => page.Block(code)).Plan();

    public SessionPage In(string variant, string declaration)
    {
        _variant = new Variant(variant, declaration);
        return this;
    }

    public SessionPage Block(string code, BlockOptions? options = null, params string?[] figureIds)
    {
        var name = $"page#block-{_steps.Count + 1}";
        Line(Prefix + "```csharp");
        var fence = _text.Length - LineEnd.Length;
        var lines = code.Split('\n').Select(line => Line(Prefix + line)).Select(span => TextSpan.FromBounds(span.Start + Prefix.Length, span.End)).ToImmutableArray();
        Line(Prefix + "```");
        _steps.Add(page => new SessionStep.Block(
            name, new PageLocation(page, new TextSpan(fence, 0)), options ?? new BlockOptions(), new CodeRegion(page, lines), Syntax())
        {
            EndOffset = fence,
            LinePrefix = Prefix,
            Figures = [.. figureIds.Select(id => Fence(page, id))],
        });
        return this;
    }

    public SessionPage Prose(string expression)
    {
        var name = $"page#value-{_steps.Count + 1}";
        var span = Line(expression);
        _steps.Add(page => new SessionStep.ProseValue(
            name, new PageLocation(page, span), new PageLocation(page, new TextSpan(span.Start, 0)), new CodeRegion(page, [span])));
        return this;
    }

    public SessionPlan Plan()
    {
        var page = new PageText("content/page.md", _text);
        return new SessionPlan(page, "", _variant, [.. _steps.Select(step => step(page))]);
    }

    private TextSpan Line(string line)
    {
        var span = new TextSpan(_text.Length, line.Length);
        _text += line + LineEnd;
        return span;
    }

    private static ExpectationFence Fence(PageText page, string? id) =>
        new(new PageLocation(page, default), new CodeRegion(page, []), Syntax()) { Id = id, Body = default, LinePrefix = "" };

    private static FencedCodeBlock Syntax() => new(new FencedCodeBlockParser());
}
