using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Docsite.Rendering;

/// <summary>Takes the comments <c>// (1) words</c> out of code: a number stays in the line, the words become a note below the block.</summary>
internal static partial class CodeNotes
{
    /// <summary>The lines with numbers for comments, and the notes in the order of the lines.</summary>
    public static (ImmutableArray<CodeLine> Lines, ImmutableArray<CodeNote> Notes) Of(ImmutableArray<CodeLine> lines)
    {
        var notes = ImmutableArray.CreateBuilder<CodeNote>();
        return ([.. lines.Select(line => line with { Tokens = [.. line.Tokens.Select(token => Numbered(token, notes))] })], notes.ToImmutable());
    }

    private static CodeToken Numbered(CodeToken token, ImmutableArray<CodeNote>.Builder notes)
    {
        if (token.Kind != "c" || Note().Match(token.Text) is not { Success: true } match) return token;
        var number = int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        notes.Add(new CodeNote(number, match.Groups["words"].Value));
        return token with { Text = $"({number.ToString(CultureInfo.InvariantCulture)})", Kind = "note" };
    }

    [GeneratedRegex(@"^//\s*\((?<number>[1-9]\d?)\)\s+(?<words>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Note();
}
