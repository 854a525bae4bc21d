using System.Collections.Immutable;
using Docsite.Display;
using Docsite.Pages;
using Docsite.Parsing;

namespace Docsite.Rendering;

/// <summary>Finds, for each step of a picture, the lines of the page's blocks that led to it.</summary>
internal sealed class StepCodes(ImmutableArray<SessionStep.Block> blocks, CodeModels codes)
{
    // What a reader takes in beside a picture; the whole block is one click away.
    private const int Most = 6;

    /// <summary>An entry for each step of the picture; nothing for one whose lines are unknown or all folded away.</summary>
    /// <param name="block">The block that showed the picture; blocks before it may have told its first steps.</param>
    /// <param name="picture">The picture.</param>
    public ImmutableArray<StepCode?> Of(SessionStep.Block block, Picture picture)
    {
        ImmutableArray<SessionStep.Block> behind = [.. blocks[..(blocks.IndexOf(block) + 1)].Reverse()];
        return [.. picture.Steps.Select(step => step.Lines is { } lines ? Of(behind, lines) : null)];
    }

    private StepCode? Of(ImmutableArray<SessionStep.Block> behind, StepLines lines)
    {
        if (behind.FirstOrDefault(one => IndexOf(one.Code, lines.At) >= 0) is not { } block) return null;
        // A step before it that stands in another block, or further down in a loop, bounds nothing here.
        var after = IndexOf(block.Code, lines.After);
        var at = IndexOf(block.Code, lines.At);
        if (after > at) return null;
        var code = codes.Of(block);
        ImmutableArray<CodeLine> ran = [.. code.Lines.Where(line => line.Number > after + 1 && line.Number <= at && !line.IsHidden && !IsSilent(line))];
        if (ran.IsEmpty) return null;
        return new StepCode(code.Id, ran.Length > Most, ran[Math.Max(0, ran.Length - Most)..]) { First = code.Lines.IndexOf(ran[0]), Last = code.Lines.IndexOf(ran[^1]) };
    }

    private static int IndexOf(CodeRegion code, int line) =>
        code.Lines.Select(span => code.Page.PositionOf(span.Start).Line + 1).ToList().IndexOf(line);

    private static bool IsSilent(CodeLine line) => line.Tokens.All(token => token.Kind is "c" or "note" || string.IsNullOrWhiteSpace(token.Text));
}
