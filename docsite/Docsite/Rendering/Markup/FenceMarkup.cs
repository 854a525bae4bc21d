using System.Collections.Immutable;
using Docsite.Parsing;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Docsite.Rendering.Markup;

/// <summary>Fences: blocks with what became of them, figures at the place of their text form, other languages as they are.</summary>
internal sealed class FenceMarkup : HtmlObjectRenderer<CodeBlock>
{
    private readonly ITheme _theme;
    private readonly CodeModels _codes;
    private readonly Dictionary<FigureSlots.Slot, SessionStep.Block> _drawnBy = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SessionStep.Block, ImmutableArray<FigureSlots.Slot>> _unstated = [];
    private readonly Dictionary<CodeBlock, SessionStep.Block> _blocks = [];
    private readonly Dictionary<CodeBlock, FigureSlots.Slot?> _slots = [];
    private readonly Dictionary<CodeBlock, SessionStep.Block> _codeBehind = [];
    private readonly Dictionary<FigureSlots.Slot, int> _figureNumbers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SessionStep.Block, int> _listingNumbers = [];
    private readonly PageNumbers _numbers;
    private readonly IReadOnlyDictionary<CodeBlock, ListingOptions> _listings;
    private readonly Dictionary<CodeBlock, (string Id, int? Number)> _plain = [];

    public FenceMarkup(RenderInput input, ITheme theme)
    {
        _theme = theme;
        _numbers = input.Numbers;
        _listings = input.Page.Parsed.Listings;
        _codes = new CodeModels(input);
        ImmutableArray<SessionStep.Block> blocks = [.. input.Page.Parsed.Steps.OfType<SessionStep.Block>()];
        var figures = new FigureSlots(input.Settings, input.Runs, new StepCodes(blocks, _codes));
        foreach (var block in blocks)
        {
            _blocks.Add(block.Syntax, block);
            foreach (var fence in block.Outputs.Concat(block.Diagnostics).Concat(block.Figures)) _slots[fence.Syntax] = null;
            foreach (var slot in figures.Of(block))
            {
                _drawnBy.Add(slot, block);
                if (slot.Fence is { } stating) _slots[stating.Syntax] = slot;
                else _unstated[block] = _unstated.GetValueOrDefault(block, []).Add(slot);
            }
            // What drew a picture is never more than a click away from it.
            if (block.Options.Hidden && !block.Figures.IsEmpty) _codeBehind[block.Figures[^1].Syntax] = block;
        }
    }

    /// <summary>Gives the pictures of a fence and its listing their numbers.</summary>
    public void Number(CodeBlock fence)
    {
        if (_slots.TryGetValue(fence, out var slot)) NumberSlot(slot);
        if (!_blocks.TryGetValue(fence, out var block))
        {
            if (slot is null && !IsExpectation(fence)) NumberPlain(fence);
            return;
        }
        if (block.Options is { Title: not null, Hidden: false, Setup: false }) _listingNumbers.Add(block, _numbers.Add(NumberedKind.Listing, IdOf(block)));
        foreach (var unstated in _unstated.GetValueOrDefault(block, [])) NumberSlot(unstated);
    }

    private void NumberPlain(CodeBlock fence)
    {
        var id = $"listing-{_plain.Count + 1}";
        _plain.Add(fence, (id, _listings.GetValueOrDefault(fence)?.Title is null ? null : _numbers.Add(NumberedKind.Listing, id)));
    }

    // The name of the block that drew it will do for a picture.
    private void NumberSlot(FigureSlots.Slot? slot)
    {
        if (slot is null) return;
        var drawing = _drawnBy[slot];
        _figureNumbers.Add(slot, _numbers.Add(NumberedKind.Figure, slot.Figures[0].Id, slot.Figures.Skip(1).Select(figure => figure.Id).Append(IdOf(drawing))));
    }

    private static string IdOf(SessionStep.Block block) => block.Id[(block.Id.LastIndexOf('#') + 1)..];

    protected override void Write(HtmlRenderer renderer, CodeBlock fence)
    {
        renderer.EnsureLine();
        if (_blocks.TryGetValue(fence, out var block)) WriteBlock(renderer, block);
        else if (_slots.TryGetValue(fence, out var slot)) WriteSlot(renderer, slot);
        else if (!IsExpectation(fence)) renderer.WriteLine(_theme.Code(Plain(fence)));
        if (_codeBehind.TryGetValue(fence, out var drawing)) renderer.WriteLine(_theme.Code(Behind(drawing)));
    }

    private CodeModel Behind(SessionStep.Block block)
    {
        var code = _codes.Of(block);
        return code with { IsFolded = true, Title = code.Title ?? "The code that drew it" };
    }

    private void WriteBlock(HtmlRenderer renderer, SessionStep.Block block)
    {
        if (!block.Options.Hidden) renderer.WriteLine(BlockDefectException.At(block, () => _theme.Code(_codes.Of(block) with { Number = _listingNumbers.TryGetValue(block, out var number) ? number : null })));
        foreach (var slot in _unstated.GetValueOrDefault(block, [])) WriteSlot(renderer, slot);
    }

    private void WriteSlot(HtmlRenderer renderer, FigureSlots.Slot? slot)
    {
        if (slot is null) return;
        var number = _figureNumbers[slot];
        var figures = slot.Figures.Select(figure => figure with { Number = number }).ToImmutableArray();
        renderer.WriteLine(BlockDefectException.At(_drawnBy[slot], () => figures is [var only] ? _theme.Figure(only) : _theme.Tabs(new TabsModel(
            $"{figures[0].Id}-by", $"Figure {number}",
            [.. figures.Select(figure => new TabModel(figure.Variants, _theme.Figure(figure)))]))));
    }

    private CodeModel Plain(CodeBlock fence)
    {
        var (language, options) = ((fence as FencedCodeBlock)?.Info ?? "", _listings.GetValueOrDefault(fence));
        return new()
        {
            Id = _plain[fence].Id,
            Number = _plain[fence].Number,
            Title = options?.Title,
            Language = language,
            Status = CodeStatus.Plain,
            Lines = PlainHighlighter.Lines(TextOf(fence), language, options?.Highlight ?? []),
        };
    }

    // A fence without lines has no list of them.
    private static string TextOf(CodeBlock fence) => fence.Lines.Count == 0 ? "" :
        string.Join('\n', fence.Lines.Lines.Take(fence.Lines.Count).Select(line => line.Slice.ToString()));

    // One that belongs to no block is a finding of its own; a reader has no use for it.
    private static bool IsExpectation(CodeBlock fence) => fence is FencedCodeBlock { Info: { } language } && ExpectationFences.Words.Contains(language);
}
