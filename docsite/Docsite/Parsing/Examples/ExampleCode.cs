using System.Collections.Immutable;
using Docsite.Pages;
using Docsite.Planning;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Parsing.Examples;

/// <summary>The code of an example file.</summary>
/// <param name="Runs">What is compiled and run: the lines below the header, without the declaration that each variant brings along.</param>
/// <param name="Shown">What a reader sees: all of the lines.</param>
/// <param name="EndOffset">The end of the last line of code.</param>
internal sealed record ExampleCode(CodeRegion Runs, CodeRegion Shown, int EndOffset)
{
    /// <summary>Finds the code.</summary>
    /// <param name="file">The file.</param>
    /// <param name="first">Its first line.</param>
    /// <param name="end">Where the code ends at the latest.</param>
    /// <param name="declarations">Declarations that are left out, as each session brings its own.</param>
    public static ExampleCode Find(PageText file, int first, int end, IReadOnlyCollection<string> declarations)
    {
        var last = file.PositionOf(end).Line;
        while (last >= first && string.IsNullOrWhiteSpace(TextBefore(file, last, end))) last--;
        var shown = Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(line => SpanBefore(file, line, end)).ToImmutableArray();
        // A line that is left out stays as an empty one, so that all others keep their place.
        var runs = shown.Select(span => declarations.Contains(file.Slice(span).Trim()) ? new TextSpan(span.Start, 0) : span);
        return new ExampleCode(new CodeRegion(file, [.. runs]), new CodeRegion(file, shown), shown.IsEmpty ? end : shown[^1].End);
    }

    /// <summary>Whether one of the lines declares the variant that the file runs in by itself.</summary>
    public bool DeclaresVariant => Runs != Shown && !Runs.Lines.SequenceEqual(Shown.Lines);

    /// <summary>The declarations of variants, as a file may have them on a line.</summary>
    public static IReadOnlyCollection<string> Declarations(IEnumerable<Variant> variants) => [.. variants.Select(variant => variant.Declaration.Trim())];

    private static string TextBefore(PageText file, int line, int end) => file.Slice(SpanBefore(file, line, end));

    private static TextSpan SpanBefore(PageText file, int line, int end)
    {
        var span = file.LineSpan(line);
        return TextSpan.FromBounds(span.Start, Math.Max(span.Start, Math.Min(span.End, end)));
    }
}
