using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Docsite.Diagnostics;
using Docsite.Generation;
using Docsite.Pages;
using Docsite.Settings;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Parsing;

/// <summary>Reads the containers <c>::: claim M15 refuted</c>.</summary>
internal sealed partial class Claims(PageText page, SiteSettings settings, FindingList findings)
{
    private const string Example = "write it like ::: claim M15";

    /// <summary>The words of containers that mean something.</summary>
    private static readonly string[] Known = ["claim", "details", SiteGeneration.ContainerName];

    /// <summary>Every claim of the page, with the blocks inside it.</summary>
    public ImmutableArray<Claim> Read(MarkdownDocument document, IReadOnlyList<SessionStep.Block> blocks)
    {
        var claims = ImmutableArray.CreateBuilder<Claim>();
        foreach (var container in document.Descendants<CustomContainer>().OrderBy(container => container.Span.Start))
        {
            var opening = page.LineSpan(page.PositionOf(container.Span.Start).Line);
            var line = Fence.TrimEnd(page, TextSpan.FromBounds(container.Span.Start, opening.End));
            if (container.ClosingFencedCharCount == 0)
            {
                findings.Error(DiagnosticIds.UnclosedFence, line, "the container has no closing line", $"end it with a line {new string(':', container.OpeningFencedCharCount)}");
            }
            var words = Words(line);
            if (words is [var word, ..]) CheckSpelling(word.Text, word.Span);
            if (words is [("claim", _), .. var rest] && ReadOne(container, line, rest, blocks) is { } claim) claims.Add(claim);
        }
        FindUnread(document);
        return claims.ToImmutable();
    }

    private void CheckSpelling(string word, TextSpan span)
    {
        if (Known.Contains(word) || word == "claims") return;
        if (Known.FirstOrDefault(one => NearestWord.EditDistance(word.ToLowerInvariant(), one) <= (one.Length > 6 ? 2 : 1)) is not { } meant) return;
        findings.Error(DiagnosticIds.MisspeltLanguage, span, $"a container {word} has no meaning here; did you mean {meant}?");
    }

    /// <summary>A line with too few colons is text to Markdown.</summary>
    private void FindUnread(MarkdownDocument document)
    {
        var code = document.Descendants<CodeBlock>().Select(block => block.Span).ToList();
        for (var line = 0; line < page.LineCount; line++)
        {
            var span = page.LineSpan(line);
            if (TooFewColons().Match(page.Slice(span)) is not { Success: true } match) continue;
            var place = Fence.TrimEnd(page, TextSpan.FromBounds(span.Start + match.Groups["colons"].Index, span.End));
            if (!code.Any(one => one.Start <= place.Start && place.Start <= one.End)) findings.Error(DiagnosticIds.BadClaim, place, "this claim is not read as one", "a container starts with three colons or more");
        }
    }

    private Claim? ReadOne(CustomContainer container, TextSpan line, List<(string Text, TextSpan Span)> words, IReadOnlyList<SessionStep.Block> blocks)
    {
        if (words is not [var id, var verdict, .. var rest])
        {
            findings.Error(DiagnosticIds.BadClaim, line, words is [] ? "the claim has no id and no verdict" : "the claim has no verdict", $"{Example} and a verdict", AllowedVerdicts());
            return null;
        }
        if (!settings.Verdicts.Contains(verdict.Text))
        {
            findings.Error(DiagnosticIds.BadClaim, verdict.Span, $"unknown verdict {verdict.Text}{NearestWord.Question(verdict.Text, settings.Verdicts)}", AllowedVerdicts());
            return null;
        }
        if (rest is [var extra, ..])
        {
            findings.Error(DiagnosticIds.BadClaim, TextSpan.FromBounds(extra.Span.Start, rest[^1].Span.End), "a claim has one id and one verdict", $"{Example} {verdict.Text}");
        }
        if (!id.Text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            findings.Error(DiagnosticIds.BadClaim, id.Span, $"{id.Text} is no id of a claim", "an id is letters a-z, digits, hyphens and underscores");
            return null;
        }
        var inside = blocks.Where(block => IsTest(block) && IsInside(block.Syntax.Span, container.Span)).ToImmutableArray();
        if (inside.IsEmpty)
        {
            findings.Error(DiagnosticIds.BadClaim, line, $"nothing inside claim {id.Text} runs", "put the csharp block that tests it between this line and the closing :::");
        }
        return new Claim(id.Text, verdict.Text, new PageLocation(page, line), container, inside);
    }

    /// <summary>A block that fails to compile, as announced, tests its claim too; one that is only compiled shows nothing.</summary>
    private static bool IsTest(SessionStep.Block block) => block.Options.Kind is BlockKind.Run or BlockKind.Throws or BlockKind.Fails;

    private static bool IsInside(SourceSpan inner, SourceSpan outer) => inner.Start >= outer.Start && inner.End <= outer.End;

    private string AllowedVerdicts() => settings.Verdicts.IsEmpty ? "the settings name no verdicts" : $"allowed are {string.Join(", ", settings.Verdicts)}";

    private List<(string Text, TextSpan Span)> Words(TextSpan line)
    {
        var words = new List<(string, TextSpan)>();
        var position = line.Start;
        while (position < line.End && page.Text[position] == ':') position++;
        while (position < line.End)
        {
            while (position < line.End && char.IsWhiteSpace(page.Text[position])) position++;
            var start = position;
            while (position < line.End && !char.IsWhiteSpace(page.Text[position])) position++;
            if (position > start) words.Add((page.Text[start..position], TextSpan.FromBounds(start, position)));
        }
        return words;
    }

    [GeneratedRegex(@"^[\s>]*(?<colons>:{1,2}) *claim\b", RegexOptions.ExplicitCapture)]
    private static partial Regex TooFewColons();
}
