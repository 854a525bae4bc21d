using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Docsite.Diagnostics;
using Docsite.Parsing;

namespace Docsite.Verification;

/// <summary>What tells the kinds of expectation fences apart.</summary>
internal sealed partial record ExpectationKind(string Word, string DiffersId, string MissingId, string? NotStatedId)
{
    public static ExpectationKind Output { get; } = new("output", DiagnosticIds.OutputDiffers, DiagnosticIds.OutputMissing, DiagnosticIds.OutputNotStated)
    {
        DiffersMessage = "output differs",
        MissingMessage = "the block printed nothing",
        CanBeEmpty = true,
    };

    public static ExpectationKind Figure { get; } = new("figure", DiagnosticIds.FigureDiffers, DiagnosticIds.FigureMissing, DiagnosticIds.FigureNotStated)
    {
        DiffersMessage = "figure differs",
        MissingMessage = "the block showed no picture for this fence",
        Article = "the picture",
        HasWildcards = false,
    };

    public static ExpectationKind CompilerText { get; } = new("diagnostics", DiagnosticIds.DiagnosticsDiffer, DiagnosticIds.DiagnosticsDiffer, null)
    {
        DiffersMessage = "the compiler's messages differ",
        MissingMessage = "the compiler said nothing",
        CanBeEmpty = true,
    };

    public required string DiffersMessage { get; init; }

    public required string MissingMessage { get; init; }

    public string Article { get; init; } = "";

    /// <summary>Whether an empty fence has a meaning: there is nothing.</summary>
    public bool CanBeEmpty { get; init; }

    public bool HasWildcards { get; init; } = true;

    /// <summary>Whether lines can be written into a fence and mean themselves; a printed <c>...</c> would mean any lines.</summary>
    public bool CanState(IEnumerable<string> lines) => !HasWildcards || !lines.Any(StatedLines.IsWildcard);

    public StatedLines Lines(ExpectationFence fence) => new([.. fence.Text.Lines.Select(fence.Text.Page.Slice)], HasWildcards);

    public string NotStatedMessage(int count) => (Word, count) switch
    {
        ("figure", 1) => "it showed a picture that no figure fence states",
        ("figure", _) => $"it showed {count} pictures that no figure fence states",
        _ => "it printed what no output fence states",
    };

    /// <summary>The part of a text that a line lies in: a picture's step; nothing for other texts.</summary>
    public string? PartName(ImmutableArray<string> lines, int line)
    {
        if (Word != "figure") return null;
        for (var i = line; i >= 0; i--)
        {
            if (StepTitle().IsMatch(lines[i])) return $"in step {lines[i]}";
        }
        return null;
    }

    /// <summary>The actual lines as they are to be compared line by line: in a picture one long word moves the columns of every line.</summary>
    public ImmutableArray<string> Comparable(ImmutableArray<string> stated, ImmutableArray<string> actual) => Word == "figure" ? FigureChanges.WithColumnsOf(stated, actual) : actual;

    /// <summary>What changed, part by part; nothing for texts without parts.</summary>
    public ImmutableArray<string> Changes(ImmutableArray<string> stated, ImmutableArray<string> actual) => Word == "figure" ? FigureChanges.Of(stated, actual) : [];

    [GeneratedRegex(@"^\d+\. ")]
    private static partial Regex StepTitle();
}
