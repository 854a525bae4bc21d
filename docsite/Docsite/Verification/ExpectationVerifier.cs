using System.Collections.Immutable;
using Docsite.Pages;
using Docsite.Parsing;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Verification;

/// <summary>Compares the fences of one kind behind a block with the texts that its runs produced.</summary>
/// <param name="kind">The kind of fence, and the words and ids of its findings.</param>
/// <param name="block">The block.</param>
/// <param name="fences">The block's fences of that kind.</param>
/// <param name="produced">Each run with its texts in order.</param>
/// <param name="findings">Where differences go.</param>
internal sealed class ExpectationVerifier(
    ExpectationKind kind, SessionStep.Block block, ImmutableArray<ExpectationFence> fences, ImmutableArray<ProducedTexts> produced, Findings findings)
{
    public void Verify()
    {
        foreach (var fence in fences) VerifyFence(fence);
        VerifyUnstated();
    }

    private void VerifyFence(ExpectationFence fence)
    {
        var uses = new List<FenceUse>();
        foreach (var texts in produced)
        {
            var index = Applicable(texts).IndexOf(fence);
            if (index >= 0) uses.Add(new FenceUse(texts, index < texts.Texts.Length ? texts.Texts[index] : null));
        }
        var stated = kind.Lines(fence);
        var differing = uses.Where(use => use.Lines is { } lines && !stated.Matches(lines)).ToList();
        var edits = differing is [] || !uses.All(use => use.Lines is not { } lines || CanState(lines)) ? [] : new ExpectationEdits(kind, block, fences, findings.Runs, findings.Settings).Update(fence, uses);
        foreach (var group in differing.GroupBy(use => use.Text)) Differs(fence, stated, [.. group], edits);
        // An empty fence states that there is nothing.
        var missing = uses.Where(use => use.Lines is null && !fence.Text.Lines.IsEmpty).ToList();
        if (missing is []) return;
        findings.Error(kind.MissingId, fence.Location, kind.MissingMessage, missing.Select(use => use.Texts.Run), new Detail
        {
            Label = "stated",
            Notes = kind.CanBeEmpty ? [] : [$"remove the fence, or let the block show {kind.Article} again"],
            Edits = kind.CanBeEmpty && uses.Count == missing.Count ? [FenceText.Emptied(fence)] : [],
        });
    }

    private void Differs(ExpectationFence fence, StatedLines stated, ImmutableArray<FenceUse> group, ImmutableArray<PageEdit> edits)
    {
        var actual = kind.Comparable(stated.Lines, group[0].Lines!.Value);
        var (line, actualLine) = stated.FirstDifference(actual);
        var part = kind.PartName(actual, Math.Min(actualLine, actual.Length - 1));
        findings.Error(kind.DiffersId, Place(fence, stated, line, actualLine < actual.Length ? actual[actualLine] : ""), kind.DiffersMessage, group.Select(use => use.Texts.Run), new Detail
        {
            Label = "written",
            Notes = [.. part is null ? Array.Empty<string>() : [part], .. kind.Changes(stated.Lines, actual), .. DiffNotes.Of(stated, actual), .. ByHand(group[0].Lines!.Value)],
            Edits = edits,
        });
    }

    private static PageLocation Place(ExpectationFence fence, StatedLines stated, int line, string actual)
    {
        // Behind the last stated line is the closing line, where the missing ones would stand.
        if (line >= fence.Text.Lines.Length)
        {
            var closing = fence.Text.Page.LineSpan(fence.Text.Page.PositionOf(fence.EndOffset).Line);
            var text = fence.Text.Page.Slice(closing);
            var fenceStart = text.IndexOf(fence.Syntax.FencedChar, StringComparison.Ordinal);
            return fence.Body with { Span = TextSpan.FromBounds(closing.Start + Math.Max(0, fenceStart), closing.Start + text.TrimEnd().Length) };
        }
        var span = fence.Text.Lines[line];
        var (column, length) = stated.Difference(fence.Text.Page.Slice(span), actual);
        return fence.Body with { Span = new TextSpan(span.Start + column, length) };
    }

    private void VerifyUnstated()
    {
        if (kind.NotStatedId is not { } id) return;
        var unstated = produced.Where(texts => texts.Texts.Length > Applicable(texts).Length).ToList();
        var groups = unstated.GroupBy(texts => string.Join('\0', texts.Texts.Skip(Applicable(texts).Length))).ToList();
        foreach (var group in groups)
        {
            var texts = group.First();
            var tail = texts.Texts.RemoveRange(0, Applicable(texts).Length);
            var runs = group.Select(one => one.Run).ToList();
            findings.Error(id, block.Location, kind.NotStatedMessage(tail.Length), runs, new Detail
            {
                Notes = [.. DiffNotes.Of([], PrintedLines.Of(tail[0])), .. tail.SelectMany(text => ByHand(PrintedLines.Of(text))).Distinct()],
                Edits = !tail.All(text => CanState(PrintedLines.Of(text))) ? [] : [new ExpectationEdits(kind, block, fences, findings.Runs, findings.Settings).Insert([.. group], isForAll: group.Count() == produced.Length)],
            });
        }
    }

    // A comment ends at its first */, so what a program states in one cannot hold it.
    private bool FitsItsPlace(ImmutableArray<string> lines) => !block.IsProgram || FenceText.FitsComment(lines);

    private bool CanState(ImmutableArray<string> lines) => kind.CanState(lines) && FitsItsPlace(lines);

    private string[] ByHand(ImmutableArray<string> lines) => !FitsItsPlace(lines)
        ? ["it cannot be accepted: a comment cannot hold */; print something else, or state the line with [..] by hand"]
        : kind.CanState(lines) ? [] : ["it cannot be accepted: a line ... would stand for any lines and [..] for any characters; print something else, or state it so by hand"];

    private ImmutableArray<ExpectationFence> Applicable(ProducedTexts texts) => ApplicableFences.For(fences, texts.Run.Variant);
}
