using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Settings;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Parsing;

/// <summary>Reads single options; what is wrong with one is found at the wrong characters.</summary>
internal sealed class OptionReader(SiteSettings settings, FindingList findings)
{
    public FindingList Findings => findings;

    /// <summary>The words <c>era</c> and <c>eras</c> as the settings call them.</summary>
    public ImmutableArray<string> VariantWordsAllowed { get; } = [VariantWords.Singular(settings), VariantWords.Plural(settings)];

    public bool IsVariants(InfoWord word) => VariantWordsAllowed.Contains(word.Name);

    /// <summary>The value of an option that must have one.</summary>
    public string? Value(InfoWord word, string example)
    {
        if (!string.IsNullOrWhiteSpace(word.Value)) return word.Value;
        findings.Error(DiagnosticIds.BadSyntax, word.Location.Span, $"{word.Name} needs a value", $"write it like {example}");
        return null;
    }

    /// <summary>Whether an option that is a word alone has no value.</summary>
    public bool Flag(InfoWord word)
    {
        if (word.Value is null) return true;
        findings.Error(DiagnosticIds.BadSyntax, word.ValueLocation.Span, $"{word.Name} takes no value", $"write {word.Name} alone");
        return false;
    }

    /// <summary>A name that ids, addresses and command lines can hold.</summary>
    public string? Name(InfoWord word, string example)
    {
        if (Value(word, example) is not { } value) return null;
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsAsciiLetterOrDigit(value[i]) || (i > 0 && value[i] is '-' or '_')) continue;
            findings.Error(DiagnosticIds.BadSyntax, new TextSpan(word.ValueLocation.Span.Start + i, 1),
                $"{word.Name} holds a character that a name cannot have", "a name is letters a-z, digits, hyphens and underscores, and starts with a letter or digit");
            return null;
        }
        return value;
    }

    /// <summary>The variants that an option names, in the order of the settings.</summary>
    public ImmutableArray<string> Variants(InfoWord word)
    {
        var known = settings.Variants.Select(variant => variant.Name).ToList();
        if (Value(word, $"{word.Name}={(known is [] ? "name" : known[0])}") is null) return [];
        var named = new List<string>();
        foreach (var (text, span) in word.Parts())
        {
            if (text.Length == 0)
            {
                findings.Error(DiagnosticIds.BadSyntax, span, $"a name is missing in the list of {word.Name}");
            }
            else if (!known.Contains(text))
            {
                findings.Error(DiagnosticIds.UnknownVariant, span,
                    $"unknown {VariantWords.Singular(settings)} {text}{NearestWord.Question(text, known)}", Allowed(known));
            }
            else if (named.Contains(text))
            {
                findings.Error(DiagnosticIds.ContradictingOptions, span, $"{text} is named twice");
            }
            else
            {
                named.Add(text);
            }
        }
        return [.. known.Where(named.Contains)];
    }

    /// <summary>Reports a word that no option has.</summary>
    public void Unknown(InfoWord word, InfoWord? before, IReadOnlyList<string> allowed)
    {
        if (before?.Value is [.., ','])
        {
            findings.Error(DiagnosticIds.BadSyntax, word.Location.Span, $"{word.Location.Text} stands behind a space", $"write the list of {before.Name} without spaces");
            return;
        }
        if (ForeignSyntax.Cure(word.Location.Text) is { } cure)
        {
            findings.Error(DiagnosticIds.BadSyntax, word.Location.Span, $"{word.Location.Text} is another tool's syntax", cure, Allowed(allowed));
            return;
        }
        findings.Error(DiagnosticIds.BadSyntax, word.NameSpan, $"unknown option {word.Name}{NearestWord.Question(word.Name, allowed)}", Allowed(allowed));
    }

    /// <summary>Reports options that are given twice.</summary>
    public IEnumerable<InfoWord> WithoutRepeats(ImmutableArray<InfoWord> words)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            if (seen.Add(IsVariants(word) ? VariantWordsAllowed[0] : word.Name)) yield return word;
            else findings.Error(DiagnosticIds.ContradictingOptions, word.Location.Span, $"{word.Name} is given twice");
        }
    }

    private static string Allowed(IReadOnlyCollection<string> words) =>
        words.Count == 0 ? "the settings name none" : $"allowed are {string.Join(", ", words)}";
}
