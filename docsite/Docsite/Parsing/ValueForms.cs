using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Docsite.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Parsing;

/// <summary>Reads the values of options that have a form of their own.</summary>
internal static partial class ValueForms
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(10);

    /// <summary>Compiler codes: <c>CS0029,CS0103</c>.</summary>
    public static ImmutableArray<string>? CompilerCodes(OptionReader reader, InfoWord word)
    {
        if (reader.Value(word, "fails=CS0029") is null) return null;
        var codes = ImmutableArray.CreateBuilder<string>();
        foreach (var (text, span) in word.Parts())
        {
            if (!CompilerCode().IsMatch(text))
            {
                reader.Findings.Error(DiagnosticIds.BadSyntax, span, $"{(text.Length == 0 ? "nothing" : text)} is no compiler code",
                    "a code is CS and four digits, e.g. CS0029; several stand behind commas");
            }
            else if (codes.Contains(text))
            {
                reader.Findings.Error(DiagnosticIds.ContradictingOptions, span, $"{text} is named twice");
            }
            else
            {
                codes.Add(text);
            }
        }
        return codes.Count > 0 ? codes.ToImmutable() : null;
    }

    /// <summary>A type's simple or full name.</summary>
    public static string? TypeName(OptionReader reader, InfoWord word)
    {
        if (reader.Value(word, "throws=InvalidOperationException") is not { } value) return null;
        if (QualifiedName().IsMatch(value)) return value;
        reader.Findings.Error(DiagnosticIds.BadSyntax, word.ValueLocation.Span, $"{value} is no name of a type", "write the exception's simple or full name, e.g. throws=InvalidOperationException");
        return null;
    }

    /// <summary>A time such as <c>2s</c>, <c>500ms</c> or <c>1m</c>.</summary>
    public static TimeSpan? Duration(OptionReader reader, InfoWord word)
    {
        if (reader.Value(word, "timeout=2s") is not { } value) return null;
        if (TimeWithUnit().Match(value) is { Success: true } match
            && double.TryParse(match.Groups["number"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            var milliseconds = number * match.Groups["unit"].Value switch { "ms" => 1, "s" => 1_000, _ => 60_000 };
            if (milliseconds > 0 && milliseconds <= LongestTimeout.TotalMilliseconds) return TimeSpan.FromMilliseconds(milliseconds);
        }
        reader.Findings.Error(DiagnosticIds.BadSyntax, word.ValueLocation.Span, $"{value} is no time limit", "write a number and its unit, more than 0 and at most 10m: 500ms, 2s, 1m");
        return null;
    }

    /// <summary>Lines of the block, from 1: <c>3,5-7</c>.</summary>
    public static ImmutableArray<int> Lines(OptionReader reader, InfoWord word, int lineCount)
    {
        if (reader.Value(word, "highlight=3,5-7") is null) return [];
        var lines = new SortedSet<int>();
        foreach (var (text, span) in word.Parts())
        {
            var range = LineRange().Match(text);
            if (!range.Success || !TryBounds(range, out var first, out var last))
            {
                reader.Findings.Error(DiagnosticIds.BadSyntax, span, $"{(text.Length == 0 ? "nothing" : text)} is no line or range of lines", "write lines like 3,5-7");
            }
            else if (first < 1 || last > lineCount)
            {
                Outside(reader, span, lineCount);
            }
            else
            {
                for (var line = first; line <= last; line++) lines.Add(line);
            }
        }
        return [.. lines];
    }

    private static bool TryBounds(Match range, out int first, out int last)
    {
        last = 0;
        var hasFirst = int.TryParse(range.Groups["first"].Value, CultureInfo.InvariantCulture, out first);
        if (!range.Groups["last"].Success) last = first;
        else if (!int.TryParse(range.Groups["last"].Value, CultureInfo.InvariantCulture, out last)) return false;
        return hasFirst && first <= last;
    }

    private static void Outside(OptionReader reader, TextSpan span, int lineCount) =>
        reader.Findings.Error(DiagnosticIds.BadSyntax, span, "the block has no such line", $"its lines are {(lineCount == 0 ? "none" : $"1 to {lineCount}")}");

    [GeneratedRegex(@"^CS\d{4}$")]
    private static partial Regex CompilerCode();

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{N}_]*([.+][\p{L}_][\p{L}\p{N}_]*)*(`\d+)?$")]
    private static partial Regex QualifiedName();

    [GeneratedRegex(@"^(?<number>\d+(\.\d+)?)(?<unit>ms|s|m)$")]
    private static partial Regex TimeWithUnit();

    [GeneratedRegex(@"^(?<first>\d+)(-(?<last>\d+))?$")]
    private static partial Regex LineRange();
}
