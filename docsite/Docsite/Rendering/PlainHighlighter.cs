using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Docsite.Rendering;

/// <summary>Colours the languages that stand beside C# on pages: C, shell, YAML and diffs. Others stay as they are.</summary>
/// <remarks>
/// It knows comments, strings, numbers and keywords. TextMate grammars know more, and take longer to load than a whole site to
/// build again.
/// </remarks>
internal static partial class PlainHighlighter
{
    // The names of the groups are the kinds of the tokens.
    private static readonly string[] Kinds = ["c", "s", "n", "k", "t", "m"];

    /// <summary>The lines of a listing.</summary>
    /// <param name="text">The whole.</param>
    /// <param name="language">As the fence names it.</param>
    /// <param name="highlight">Lines that the author points at, from 1.</param>
    public static ImmutableArray<CodeLine> Lines(string text, string language, ImmutableArray<int> highlight)
    {
        var kinds = new string[text.Length];
        Array.Fill(kinds, "");
        if (Of(language) is { } grammar)
        {
            foreach (var (match, kind) in grammar.Matches(text).SelectMany(match => Kinds.Where(kind => match.Groups[kind].Success).Select(kind => (match, kind))))
            {
                kinds.AsSpan(match.Index, match.Length).Fill(kind);
            }
        }
        var lines = ImmutableArray.CreateBuilder<CodeLine>();
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            lines.Add(new CodeLine(Tokens(line, kinds.AsSpan(start, line.Length)), highlight.Contains(lines.Count + 1), IsHidden: false));
            start += line.Length + 1;
        }
        return lines.ToImmutable();
    }

    private static Regex? Of(string language) => language.ToUpperInvariant() switch
    {
        "C" or "H" or "CPP" => C(),
        "SH" or "BASH" or "SHELL" or "CONSOLE" => Shell(),
        "YAML" or "YML" => Yaml(),
        "DIFF" or "PATCH" => Diff(),
        _ => null,
    };

    private static ImmutableArray<CodeToken> Tokens(string line, ReadOnlySpan<string> kinds)
    {
        var tokens = ImmutableArray.CreateBuilder<CodeToken>();
        for (var i = 0; i < line.Length;)
        {
            var end = i + 1;
            while (end < line.Length && kinds[end] == kinds[i]) end++;
            tokens.Add(new CodeToken(line[i..end], kinds[i]));
            i = end;
        }
        return tokens.ToImmutable();
    }

    [GeneratedRegex("""
        (?<c>//[^\n]*|/\*.*?(\*/|\z))
        |(?<s>"(\\.|[^"\\\n])*"|'(\\.|[^'\\\n])*'|(?<=\#include\s)<[^>\n]*>)
        |(?<n>\b(0[xX][0-9a-fA-F]+|\d[\d.]*)[uUlL]*\b)
        |(?<k>(?<=^[ \t]*)\#[ \t]*\w+|\b(break|case|const|continue|default|do|else|enum|extern|for|goto|if|inline|register|restrict|return|sizeof|static|struct|switch|typedef|union|unsigned|signed|volatile|while|NULL|true|false)\b)
        |(?<t>\b(void|char|short|int|long|float|double|bool|[us](8|16|32|64)|\w+_t)\b)
        |(?<m>\b[A-Za-z_]\w*(?=\())
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex C();

    [GeneratedRegex("""
        (?<c>(?<=^|\s)\#[^\n]*)
        |(?<s>"(\\.|[^"\\])*"|'[^']*')
        |(?<t>\$(\w+|\{[^}\n]*\}))
        |(?<k>(?<=^[ \t]*)\$(?=\s)|(?<![\w-])(if|then|elif|else|fi|for|in|do|done|while|until|case|esac|function|export|return|sudo)(?![\w-]))
        |(?<n>(?<=\s)--?[A-Za-z][\w-]*)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Shell();

    [GeneratedRegex("""
        (?<c>(?<=^|\s)\#[^\n]*)
        |(?<k>(?<=^[ \t-]*)[\w./][\w./ -]*(?=:(\s|$))|(?<=[{,][ ]*)[\w./-]+(?=:\s))
        |(?<s>"(\\.|[^"\\\n])*"|'[^'\n]*')
        |(?<n>(?<=:[ ]|-[ ]|[\[,][ ]*)(-?\d[\d._]*|true|false|null)(?=\s|$|[,\]}]))
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Yaml();

    [GeneratedRegex(@"(?<c>^(diff|index|---|\+\+\+|@@)[^\n]*)|(?<s>^\+[^\n]*)|(?<n>^-[^\n]*)", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Diff();
}
