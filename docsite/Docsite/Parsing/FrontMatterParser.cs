using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Pages;
using Docsite.Settings;
using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Docsite.Parsing;

/// <summary>Reads front matter.</summary>
internal static class FrontMatterParser
{
    /// <summary>Reads a page's front matter; what is wrong with it is found at its line and column on the page.</summary>
    public static FrontMatter Parse(PageText page, FindingList findings) =>
        FrontMatterSpan.Find(page, findings) is { } span ? Read(page, page.Text, span, PageKeys.OfPage, findings) : FrontMatter.None;

    /// <summary>Reads front matter whose place is known.</summary>
    /// <param name="page">The page.</param>
    /// <param name="text">Its text, with white space for all that is no YAML.</param>
    /// <param name="span">The place.</param>
    /// <param name="keys">The keys that there are.</param>
    /// <param name="findings">Receives what is wrong.</param>
    public static FrontMatter Read(PageText page, string text, FrontMatterSpan span, ImmutableArray<PageKey> keys, FindingList findings)
    {
        var entries = ImmutableArray.CreateBuilder<FrontMatterEntry>();
        try
        {
            foreach (var (key, value) in Pairs(page, text, span, findings))
            {
                if (Entry(page, span, key, value, findings) is { } entry) Add(entry, entries, keys, findings);
            }
        }
        catch (YamlException exception)
        {
            findings.Error(DiagnosticIds.BadFrontMatter, Place(page, span, exception.Start, exception.Start), Reason(exception), Cures(page, text, span));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet's scanner loses its way in some texts that are no YAML, and then knows no place either.
            findings.Error(DiagnosticIds.BadFrontMatter, new TextSpan(span.Yaml.Start, 0), "the front matter cannot be read: it is no YAML", Cures(page, text, span));
        }
        return new FrontMatter(entries.ToImmutable(), span.BodyStart);
    }

    private static void Add(FrontMatterEntry entry, ImmutableArray<FrontMatterEntry>.Builder entries, ImmutableArray<PageKey> keys, FindingList findings)
    {
        if (entries.Any(other => other.Key.Equals(entry.Key, StringComparison.OrdinalIgnoreCase)))
        {
            findings.Error(DiagnosticIds.BadFrontMatter, entry.KeyLocation.Span, $"the key {entry.Key} is given twice",
                "keys do not differ by upper and lower case");
            return;
        }
        Check(entry, keys, findings);
        entries.Add(entry);
    }

    private static void Check(FrontMatterEntry entry, ImmutableArray<PageKey> keys, FindingList findings)
    {
        switch (PageKeys.Check(keys, entry.Key, entry.Texts))
        {
            case KeyProblem.OfKey problem:
                findings.Add(new Diagnostic(DiagnosticIds.BadSyntax, problem.Severity, entry.KeyLocation, problem.Message) { Notes = [problem.Allowed] });
                break;
            case { } problem:
                foreach (var place in Wrong(entry, keys)) findings.Error(DiagnosticIds.BadFrontMatter, place.Span, problem.Message);
                break;
        }
    }

    // Of a list those elements that are wrong by themselves, where there are some.
    private static List<PageLocation> Wrong(FrontMatterEntry entry, ImmutableArray<PageKey> keys)
    {
        var elements = entry.Texts is { } texts && entry.Elements.Length == texts.Count
            ? entry.Elements.Where((_, i) => PageKeys.Check(keys, entry.Key, [texts[i]]) is not null).ToList() : [];
        return elements is [] ? [entry.ValueLocation] : elements;
    }

    private static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Pairs(PageText page, string text, FrontMatterSpan span, FindingList findings)
    {
        var yaml = text.Substring(span.Yaml.Start, span.Yaml.Length);
        var documents = YamlDocuments.Load(yaml);
        switch (documents)
        {
            case []:
                return [];
            case [{ RootNode: YamlMappingNode mapping }]:
                return mapping.Children;
            case [{ RootNode: YamlScalarNode { Value: null or "" } }]:
                return [];
            default:
                var start = documents[0].RootNode.Start;
                findings.Error(DiagnosticIds.BadFrontMatter, Place(page, span, start, start),
                    "the front matter is no list of keys and values", ["write lines such as Title: A title", .. Cures(page, text, span)]);
                return [];
        }
    }

    private static FrontMatterEntry? Entry(PageText page, FrontMatterSpan span, YamlNode key, YamlNode value, FindingList findings)
    {
        var keySpan = Place(page, span, key.Start, key.End);
        if (key is YamlScalarNode { Value: { Length: > 0 } name })
        {
            var valueLocation = new PageLocation(page, Place(page, span, value.Start, value.End));
            return new FrontMatterEntry(name, new PageLocation(page, keySpan), valueLocation, value)
            {
                Elements = value is YamlSequenceNode list ? [.. list.Children.Select(element => new PageLocation(page, Place(page, span, element.Start, element.End)))] : [],
            };
        }
        findings.Error(DiagnosticIds.BadFrontMatter, keySpan, "a key of the front matter is no word");
        return null;
    }

    private static TextSpan Place(PageText page, FrontMatterSpan span, Mark start, Mark end)
    {
        var from = Offset(page, span, start);
        return TextSpan.FromBounds(from, Math.Max(from, Offset(page, span, end)));
    }

    /// <summary>The offset of a YAML line and column; a mark's own index counts a carriage return and line feed differently.</summary>
    private static int Offset(PageText page, FrontMatterSpan span, Mark mark)
    {
        var line = page.PositionOf(span.Yaml.Start).Line + (int)Math.Max(0, mark.Line - 1);
        if (line >= page.LineCount) return span.Yaml.End;
        var lineSpan = page.LineSpan(line);
        return Math.Min(lineSpan.Start + (int)Math.Max(0, mark.Column - 1), lineSpan.End);
    }

    private static string Reason(YamlException exception)
    {
        var reason = exception.Message;
        return "the front matter cannot be read: " + (reason.Length > 0 ? char.ToLowerInvariant(reason[0]) + reason[1..].TrimEnd('.') : "wrong YAML");
    }

    private static string[] Cures(PageText page, string text, FrontMatterSpan span) => page.Slice(page.LineSpan(0)).TrimEnd() == "---" || span.Yaml.Start > 0 || text != page.Text
        ? []
        : ["a page that starts with a word and a colon has front matter up to its first --- line", "to start with text instead, put an empty front matter above it: a line --- and again ---"];
}
