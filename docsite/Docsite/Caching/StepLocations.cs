using System.Collections.Immutable;
using Docsite.Pages;
using Docsite.Parsing;
using Docsite.Planning;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Caching;

/// <summary>Places inside a session's steps, independent of where the steps stand on their page.</summary>
internal sealed class StepLocations(SessionPlan plan)
{
    private readonly ImmutableArray<PageLocation> _anchors = [.. plan.Steps.SelectMany(Anchors)];

    /// <summary>The stretches that places in a step's run lie in: its fence's first line or its comment, and its code.</summary>
    internal static IEnumerable<PageLocation> Anchors(SessionStep step)
    {
        yield return step.Location;
        var code = step is SessionStep.Block block ? block.Code : ((SessionStep.ProseValue)step).Expression;
        if (!code.Lines.IsEmpty) yield return new PageLocation(code.Page, TextSpan.FromBounds(code.Lines[0].Start, code.Lines[^1].End));
    }

    /// <summary>The stretch that a place lies in and the distance from its start; nothing for a place outside all of them.</summary>
    internal (int Anchor, int Offset)? Relative(PageLocation location)
    {
        for (var i = 0; i < _anchors.Length; i++)
        {
            var anchor = _anchors[i];
            if (anchor.Page == location.Page && anchor.Span.Contains(location.Span)) return (i, location.Span.Start - anchor.Span.Start);
        }
        return null;
    }

    /// <summary>The place again.</summary>
    internal PageLocation Absolute(int anchor, int offset, int length) =>
        new PageLocation(_anchors[anchor].Page, new TextSpan(_anchors[anchor].Span.Start + offset, length));
}
