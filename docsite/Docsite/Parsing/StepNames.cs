using System.Collections.Immutable;
using System.Globalization;
using Docsite.Diagnostics;
using Docsite.Pages;

namespace Docsite.Parsing;

/// <summary>
/// Gives every step its id: the page's, <c>#</c>, and the block's <c>id=</c>, else <c>block-3</c> by counting the page's blocks.
/// A counted id changes when a block is put before it, so whatever is named from elsewhere should have an <c>id=</c>.
/// </summary>
internal sealed class StepNames(string pageId, PageText page, FindingList findings)
{
    private readonly Dictionary<string, PageLocation> _places = new(StringComparer.OrdinalIgnoreCase);

    public ImmutableArray<SessionStep> Name(
        List<BlockDraft> blocks, List<(PageLocation Comment, PageLocation Shown, CodeRegion Expression)> values)
    {
        var steps = new List<SessionStep>();
        foreach (var (block, number) in blocks.Select((block, i) => (block, i + 1)))
        {
            var place = block.Name?.ValueLocation ?? new PageLocation(page, block.Fence.OpeningLine);
            var name = block.Name?.Value ?? Counted("block", number);
            var isNew = Claim(name, place);
            foreach (var figure in block.Expectations.GetValueOrDefault("figure") ?? [])
            {
                if (figure.Id is { } id) Claim(id, figure.Location);
            }
            foreach (var (first, end) in block.Findings) findings.NameSubject(first, end, $"{pageId}#{name}");
            steps.Add(block.ToStep(isNew ? $"{pageId}#{name}" : $"{pageId}#{name}-{number}", page));
        }
        foreach (var (value, number) in values.Select((value, i) => (value, i + 1)))
        {
            var name = Counted("value", number);
            Claim(name, value.Comment);
            steps.Add(new SessionStep.ProseValue($"{pageId}#{name}", value.Comment, value.Shown, value.Expression));
        }
        return [.. steps.OrderBy(step => step.Location.Span.Start)];
    }

    private static string Counted(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{number}");

    private bool Claim(string name, PageLocation place)
    {
        if (_places.TryAdd(name, place)) return true;
        var first = _places[name].Start.Line + 1;
        findings.Error(DiagnosticIds.DuplicateId, place.Span, $"the id {name} is given twice", string.Create(CultureInfo.InvariantCulture, $"line {first} has it already"));
        return false;
    }
}
