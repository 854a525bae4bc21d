using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Pages;

namespace Docsite.Parsing;

/// <summary>Reads <c>output</c>, <c>figure</c> and <c>diagnostics</c> fences and attaches each to its block.</summary>
internal sealed class ExpectationFences(PageText page, OptionReader reader)
{
    /// <summary>The words that make a fence an expectation.</summary>
    public static ImmutableArray<string> Words { get; } = ["output", "figure", "diagnostics"];

    /// <summary>Reads one and attaches it; a fence that no block can meet is a finding.</summary>
    public void Attach(Fence fence, InfoString info, BlockDraft? block)
    {
        var expectation = Read(fence, info);
        var findings = reader.Findings;
        var word = info.Language;
        if (block is null)
        {
            findings.Error(DiagnosticIds.OrphanExpectation, info.LanguageSpan, $"no csharp block stands before this {word}",
                $"it states what the block before it in the same list item, quote or container does; another language word, e.g. text, shows lines without checking them");
            return;
        }
        if (Objection(word, block.Options.Kind) is { } objection)
        {
            findings.Error(DiagnosticIds.OrphanExpectation, info.LanguageSpan, $"the block before this {word} {objection}");
            return;
        }
        var others = block.Expectations.GetValueOrDefault(word) ?? [];
        if (word != "figure" && others.Any(other => Overlap(other, expectation)))
        {
            findings.Error(DiagnosticIds.ContradictingOptions, fence.OpeningLine, $"the block has two {word} fences{OfWhom(expectation)}",
                $"a block has one {word}, or one for each {reader.VariantWordsAllowed[0]}");
            return;
        }
        block.Attach(word, expectation);
    }

    private static bool Overlap(ExpectationFence one, ExpectationFence other) =>
        (one.Variants.IsEmpty && other.Variants.IsEmpty) || one.Variants.Intersect(other.Variants).Any();

    private string OfWhom(ExpectationFence fence) => fence.Variants.IsEmpty ? "" : $" of {reader.VariantWordsAllowed[0]} {string.Join(", ", fence.Variants)}";

    private static string? Objection(string word, BlockKind kind) => (word, kind) switch
    {
        (_, BlockKind.Ignored) => "is not run (ignore=)",
        ("diagnostics", _) => null,
        (_, BlockKind.CompileOnly) => "is not run (compile)",
        (_, BlockKind.Fails) => "is not run, as it fails to compile (fails=)",
        _ => null,
    };

    private ExpectationFence Read(Fence fence, InfoString info)
    {
        var (id, title) = ((string?)null, (string?)null);
        InfoWord? variants = null;
        ImmutableArray<string> named = [];
        foreach (var word in reader.WithoutRepeats(info.Words))
        {
            if (reader.IsVariants(word)) (variants, named) = (word, reader.Variants(word));
            else if (word.Name == "id" && info.Language == "figure") id = reader.Name(word, "id=name");
            else if (word.Name == "title") title = reader.Value(word, "title=\"a title\"");
            else reader.Unknown(word, info.Words.IndexOf(word) is var i and > 0 ? info.Words[i - 1] : null, Allowed(info.Language));
        }
        return new ExpectationFence(new PageLocation(page, fence.OpeningLine), fence.Body, fence.Syntax)
        {
            Id = id,
            Title = title,
            Variants = named,
            VariantsLocation = variants?.ValueLocation,
            EndOffset = fence.EndOffset,
            Body = new PageLocation(page, fence.BodySpan),
            LinePrefix = fence.LinePrefix,
        };
    }

    private IReadOnlyList<string> Allowed(string word) =>
        word == "figure" ? ["id", "title", .. reader.VariantWordsAllowed] : ["title", .. reader.VariantWordsAllowed];
}
