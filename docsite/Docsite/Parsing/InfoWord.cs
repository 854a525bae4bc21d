using Docsite.Pages;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Parsing;

/// <summary>A word behind a fence's language: <c>fresh</c>, <c>id=x</c> or <c>title="two words"</c>.</summary>
/// <param name="Name">What stands before <c>=</c>, or the whole.</param>
/// <param name="Value">What stands behind it, without quotes; nothing without <c>=</c>.</param>
/// <param name="Location">The whole.</param>
/// <param name="ValueLocation">The value without its quotes; the end of the word where there is none.</param>
internal sealed record InfoWord(string Name, string? Value, PageLocation Location, PageLocation ValueLocation)
{
    /// <summary>Where the name stands.</summary>
    public TextSpan NameSpan => new(Location.Span.Start, Name.Length);

    /// <summary>The parts of a value such as <c>A,B2</c>, each at its place.</summary>
    public IEnumerable<(string Text, TextSpan Span)> Parts()
    {
        var start = ValueLocation.Span.Start;
        foreach (var part in (Value ?? "").Split(','))
        {
            var text = part.Trim();
            var leading = part.Length - part.TrimStart().Length;
            yield return (text, new TextSpan(start + leading, text.Length));
            start += part.Length + 1;
        }
    }
}
