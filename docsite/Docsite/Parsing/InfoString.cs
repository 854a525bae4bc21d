using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Pages;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Parsing;

/// <summary>A fence's first line behind its fence characters: the language, then words.</summary>
/// <param name="Language">The language; empty where there is none.</param>
/// <param name="LanguageSpan">Where it stands.</param>
/// <param name="Words">The words behind it.</param>
internal sealed record InfoString(string Language, TextSpan LanguageSpan, ImmutableArray<InfoWord> Words)
{
    /// <summary>Splits the line; a quote that is not closed is a finding.</summary>
    public static InfoString Read(PageText page, TextSpan info, FindingList findings)
    {
        var position = SkipSpaces(page, info.Start, info.End);
        var languageEnd = position;
        while (languageEnd < info.End && IsLanguageCharacter(page.Text[languageEnd])) languageEnd++;
        var language = TextSpan.FromBounds(position, languageEnd);
        var words = ImmutableArray.CreateBuilder<InfoWord>();
        for (position = SkipSpaces(page, languageEnd, info.End); position < info.End; position = SkipSpaces(page, position, info.End))
        {
            var word = ReadWord(page, position, info.End, findings);
            words.Add(word);
            position = word.Location.Span.End;
        }
        return new InfoString(page.Slice(language), language, words.ToImmutable());
    }

    /// <summary>Ends a language at what other tools write behind it without a space: <c>csharp{1,3}</c>, <c>csharp,ignore</c>.</summary>
    private static bool IsLanguageCharacter(char c) => !char.IsWhiteSpace(c) && c is not ('{' or '[' or ',' or ':' or '=');

    private static InfoWord ReadWord(PageText page, int start, int end, FindingList findings)
    {
        var nameEnd = start;
        while (nameEnd < end && !char.IsWhiteSpace(page.Text[nameEnd]) && page.Text[nameEnd] != '=') nameEnd++;
        // Braces of other tools may hold spaces; they are one word, so that they are one finding.
        if (page.Text[start] == '{') nameEnd = page.Text.IndexOf('}', start, end - start) is var brace and >= 0 ? brace + 1 : end;
        var name = page.Text[start..nameEnd];
        if (nameEnd == end || page.Text[nameEnd] != '=') return Word(page, name, null, (start, nameEnd), (nameEnd, nameEnd));
        var valueStart = nameEnd + 1;
        if (valueStart < end && page.Text[valueStart] is '"' or '\'') return ReadQuoted(page, name, (start, end), valueStart, findings);
        var valueEnd = valueStart;
        while (valueEnd < end && !char.IsWhiteSpace(page.Text[valueEnd])) valueEnd++;
        return Word(page, name, page.Text[valueStart..valueEnd], (start, valueEnd), (valueStart, valueEnd));
    }

    private static InfoWord ReadQuoted(PageText page, string name, (int Start, int End) rest, int quote, FindingList findings)
    {
        var closing = page.Text.IndexOf(page.Text[quote], quote + 1, rest.End - quote - 1);
        if (closing < 0)
        {
            findings.Error(DiagnosticIds.BadSyntax, TextSpan.FromBounds(quote, rest.End), "the quoted value is not closed",
                $"close it with {page.Text[quote]} on the same line");
            closing = rest.End;
        }
        var value = page.Text[(quote + 1)..closing];
        return Word(page, name, value, (rest.Start, Math.Min(closing + 1, rest.End)), (quote + 1, closing));
    }

    private static InfoWord Word(PageText page, string name, string? value, (int Start, int End) whole, (int Start, int End) valuePart) =>
        new(name, value, Locate(page, whole), Locate(page, valuePart));

    private static PageLocation Locate(PageText page, (int Start, int End) part) =>
        new(page, TextSpan.FromBounds(part.Start, part.End));

    private static int SkipSpaces(PageText page, int position, int end)
    {
        while (position < end && char.IsWhiteSpace(page.Text[position])) position++;
        return position;
    }
}
