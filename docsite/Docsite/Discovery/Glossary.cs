using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Docsite.Diagnostics;
using Docsite.Pages;
using Markdig.Extensions.DefinitionLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Discovery;

/// <summary>The words that the site explains: the definition lists of its pages with <c>Glossary: true</c>.</summary>
public sealed class Glossary
{
    /// <summary>What ids and <c>xref:</c> names of terms start with.</summary>
    internal const string Prefix = "term-";

    private readonly FrozenDictionary<string, GlossaryTerm> _byName;
    private readonly Regex? _names;
    private readonly Lazy<ILookup<GlossaryTerm, SitePage>> _uses;

    private Glossary(ImmutableArray<GlossaryTerm> terms, ImmutableArray<Diagnostic> diagnostics, IReadOnlyCollection<SitePage> pages)
    {
        Terms = terms;
        Diagnostics = diagnostics;
        _byName = terms.SelectMany(term => term.Names.Select(name => (Name: Key(name), Term: term))).GroupBy(pair => pair.Name, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.First().Term, StringComparer.OrdinalIgnoreCase);
        if (terms.Length > 0)
        {
            var all = string.Join('|', _byName.Keys.OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).Select(Regex.Escape));
            _names = new Regex($@"(?<![\p{{L}}\p{{N}}_-])(?<name>{all})s?(?![\p{{L}}\p{{N}}_-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        }
        _uses = new Lazy<ILookup<GlossaryTerm, SitePage>>(() => pages.Where(page => !IsGlossary(page))
            .SelectMany(page => TermsOn(page).Distinct().Select(term => (Term: term, Page: page))).ToLookup(use => use.Term, use => use.Page));
    }

    /// <summary>The terms in the order of their pages.</summary>
    public ImmutableArray<GlossaryTerm> Terms { get; }

    /// <summary>Names that two terms have.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Reads the terms.</summary>
    /// <param name="pages">The site's pages in reading order.</param>
    public static Glossary Of(IReadOnlyCollection<SitePage> pages)
    {
        ImmutableArray<GlossaryTerm> terms = [.. pages.Where(IsGlossary).SelectMany(page => page.Parsed.Document.Descendants<DefinitionItem>().Select(item => Term(page, item)).OfType<GlossaryTerm>())];
        var repeated = terms.SelectMany(term => term.Names.Select(name => (Name: Key(name), Term: term))).GroupBy(pair => pair.Name, StringComparer.OrdinalIgnoreCase)
            .SelectMany(group => group.Skip(1).Select(later => new Diagnostic(DiagnosticIds.DuplicateTerm, Severity.Error, later.Term.Location, $"the term {later.Name} is explained twice")
            {
                Notes = [$"at {group.First().Term.Location}"],
            }));
        return new Glossary(terms, [.. repeated], pages);
    }

    /// <summary>Whether the page's definition lists are the site's words.</summary>
    public static bool IsGlossary(SitePage page) => string.Equals(page.Metadata.GetValueOrDefault("Glossary"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The term with this name, code marks and letter case apart.</summary>
    public GlossaryTerm? Find(string name) => _byName.GetValueOrDefault(Key(name));

    /// <summary>The term that an item of a list explains, or nothing.</summary>
    public GlossaryTerm? Find(DefinitionItem item) => Terms.FirstOrDefault(term => term.Syntax == item);

    /// <summary>Every name in a stretch of text, in order.</summary>
    public IEnumerable<(GlossaryTerm Term, int Start, int Length)> In(string text) => _names is null
        ? []
        : _names.Matches(text).Select(match => (Find(match.Groups["name"].Value)!, match.Index, match.Length));

    /// <summary>The pages that explain a term by their front matter <c>Explains</c>, else those that use it; in reading order.</summary>
    public (bool IsExplained, ImmutableArray<SitePage> Pages) WhereUsed(GlossaryTerm term, IEnumerable<SitePage> pages)
    {
        ImmutableArray<SitePage> explaining = [.. pages.Where(page => (page.Metadata.GetValueOrDefault("Explains") ?? "").Split(',').Any(name => Find(name.Trim()) == term))];
        return explaining.IsEmpty ? (false, [.. _uses.Value[term]]) : (true, explaining);
    }

    private IEnumerable<GlossaryTerm> TermsOn(SitePage page) => page.Parsed.Document.Descendants<ParagraphBlock>().SelectMany(paragraph => paragraph.Inline?.Descendants() ?? [])
        .SelectMany(inline => inline switch
        {
            LiteralInline literal => In(literal.Content.ToString()).Select(found => found.Term),
            CodeInline code => Find(code.Content) is { } term ? [term] : [],
            _ => [],
        });

    private static GlossaryTerm? Term(SitePage page, DefinitionItem item)
    {
        var terms = item.OfType<DefinitionTerm>().ToList();
        var names = terms.SelectMany(term => (term.Inline is { } words ? Headings.TextOf(words) : "").Split(',')).Select(name => name.Trim()).Where(name => name.Length > 0).ToImmutableArray();
        var meaning = item.Descendants<ParagraphBlock>().Select(paragraph => paragraph.Inline is { } words ? Headings.ReadingOf(words) : "").FirstOrDefault(text => text.Length > 0);
        if (names.IsEmpty || meaning is null) return null;
        var place = new PageLocation(page.Source.Text, TextSpan.FromBounds(terms[0].Span.Start, terms[^1].Span.End + 1));
        return new GlossaryTerm(Prefix + Slug(names[0]), names, meaning, page, place, item);
    }

    private static string Slug(string name) =>
        string.Join('-', string.Concat(name.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) || c == '_' ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    // f() is the same word as f.
    private static string Key(string name) => name.EndsWith("()", StringComparison.Ordinal) ? name[..^2] : name;
}

/// <summary>A word that the site explains.</summary>
/// <param name="Id">Its id on its page, and its <c>xref:</c> name.</param>
/// <param name="Names">All names it has.</param>
/// <param name="Meaning">The first paragraph about it, as text.</param>
/// <param name="Page">The page.</param>
/// <param name="Location">Where it stands there.</param>
/// <param name="Syntax">Its place in the page's syntax tree.</param>
public sealed record GlossaryTerm(string Id, ImmutableArray<string> Names, string Meaning, SitePage Page, PageLocation Location, DefinitionItem Syntax);
