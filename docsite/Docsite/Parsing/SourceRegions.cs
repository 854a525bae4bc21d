using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Docsite.Diagnostics;
using Docsite.Pages;
using Docsite.Verification;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Parsing;

/// <summary>
/// Resolves <c>source=path.cs#region</c>. An empty fence is filled: its code, and so its findings, stand in that file. A fence
/// with a body is a copy that must equal the region.
/// </summary>
internal sealed partial class SourceRegions(Func<string, PageText?> read, FindingList findings)
{
    /// <summary>The most lines that a region can fill a fence with.</summary>
    public const int LongestFilled = 10_000;

    /// <summary>Whether a fence has no body of its own.</summary>
    public static bool IsFilled(Fence fence) => fence.Body.Lines.All(line => string.IsNullOrWhiteSpace(fence.Body.Page.Slice(line)));

    /// <summary>The block's code: the region of the file, or the fence's own lines.</summary>
    public CodeRegion Code(Fence fence, SourceReference source)
    {
        if (Find(source) is not { } region) return fence.Body;
        if (IsFilled(fence)) return region;
        var copy = new StatedLines([.. fence.Body.Lines.Select(fence.Body.Page.Slice)], hasWildcards: false);
        ImmutableArray<string> lines = [.. region.Lines.Select(region.Page.Slice)];
        if (!copy.Matches(lines)) Differs(fence, source, copy, lines);
        return fence.Body;
    }

    private CodeRegion? Find(SourceReference source)
    {
        var isInside = !Path.IsPathRooted(source.Path) && !source.Path.Split('/', '\\').Contains("..");
        if (!isInside || read(source.Path) is not { } file)
        {
            findings.Error(DiagnosticIds.BadSource, source.Location.Span, $"there is no file {source.Path} that can be read", "a source is UTF-8 and named by its path from the site's root");
            return null;
        }
        var names = Enumerable.Range(0, file.LineCount)
            .Select(line => RegionStart().Match(file.Slice(file.LineSpan(line))))
            .Where(match => match.Success)
            .Select(match => match.Groups["name"].Value)
            .ToList();
        if (source.Region is { } twice && names.Count(name => name == twice) > 1)
        {
            findings.Error(DiagnosticIds.BadSource, source.Location.Span, $"{source.Path} has several regions {twice}", "give each of them a name of its own");
            return null;
        }
        if (Lines(file, source.Region) is { Length: <= LongestFilled } lines)
        {
            if (lines.All(line => string.IsNullOrWhiteSpace(file.Slice(line)))) findings.Error(DiagnosticIds.BadSource, source.Location.Span, source.Region is { } empty ? $"region {empty} of {source.Path} is empty" : $"{source.Path} is empty", "write the lines that the page is to show, or name others");
            return new CodeRegion(file, lines);
        }
        var known = names is [] ? "the file has no #region" : $"its regions are {string.Join(", ", names)}";
        var what = source.Region is { } region && names.Contains(region)
            ? $"region {region} of {source.Path} has no #endregion"
            : $"{source.Path} has no region {source.Region}{NearestWord.Question(source.Region ?? "", names)}";
        findings.Error(DiagnosticIds.BadSource, source.Location.Span, what, known);
        return null;
    }

    /// <summary>The lines inside the region without the indentation that all share; nothing where it does not start or not end.</summary>
    private static ImmutableArray<TextSpan>? Lines(PageText file, string? region)
    {
        var (first, end, depth) = (region is null ? 0 : -1, region is null ? file.LineCount : -1, 0);
        for (var line = 0; line < file.LineCount && end < 0; line++)
        {
            var text = file.Slice(file.LineSpan(line));
            if (first < 0)
            {
                if (RegionStart().Match(text) is { Success: true } start && start.Groups["name"].Value == region) first = line + 1;
                continue;
            }
            if (RegionStart().IsMatch(text)) depth++;
            else if (RegionEnd().IsMatch(text) && depth-- == 0) end = line;
        }
        return first < 0 || end < 0 ? null : WithoutIndentation(file, first, end);
    }

    private static ImmutableArray<TextSpan> WithoutIndentation(PageText file, int first, int end)
    {
        // A file's last line end starts no line of code.
        if (end == file.LineCount && end > first && file.LineSpan(end - 1).IsEmpty) end--;
        var spans = Enumerable.Range(first, end - first).Select(file.LineSpan).ToList();
        var shared = spans.Where(span => !string.IsNullOrWhiteSpace(file.Slice(span))).Select(span => Indentation(file, span)).DefaultIfEmpty(0).Min();
        return [.. spans.Select(span => TextSpan.FromBounds(span.Start + Math.Min(Math.Min(shared, Indentation(file, span)), span.Length), span.End))];
    }

    private static int Indentation(PageText file, TextSpan line) => line.Length - file.Slice(line).TrimStart().Length;

    private void Differs(Fence fence, SourceReference source, StatedLines copy, ImmutableArray<string> lines)
    {
        var (line, actual) = copy.FirstDifference(lines);
        var body = fence.Body;
        var place = new TextSpan(fence.BodySpan.End, 0);
        if (line < body.Lines.Length)
        {
            var (column, length) = copy.Difference(copy.Lines[line], actual < lines.Length ? lines[actual] : "");
            place = new TextSpan(body.Lines[line].Start + column, length);
        }
        findings.Add(new Diagnostic(DiagnosticIds.BadSource, Severity.Error, new PageLocation(body.Page, place), $"the copy differs from {source.Path}")
        {
            Label = "written",
            Notes = DiffNotes.Of(copy, lines),
            Edits = [.. FenceText.Replaced(fence, copy, lines)],
        });
    }

    [GeneratedRegex(@"^\s*#\s*region\s+(?<name>\S.*?)\s*$")]
    private static partial Regex RegionStart();

    [GeneratedRegex(@"^\s*#\s*endregion\b")]
    private static partial Regex RegionEnd();
}
