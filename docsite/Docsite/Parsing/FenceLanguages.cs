using Docsite.Diagnostics;

namespace Docsite.Parsing;

/// <summary>What a fence's language makes of it.</summary>
internal enum FenceLanguage
{
    /// <summary>It is shown.</summary>
    Plain,

    /// <summary>It runs.</summary>
    CSharp,

    /// <summary>It states what the block before it does.</summary>
    Expectation,
}

/// <summary>Tells languages apart.</summary>
internal static class FenceLanguages
{
    private static readonly string[] Checked = ["csharp", .. ExpectationFences.Words];

    /// <summary>Words that differ by a letter or two from a checked one and mean something else.</summary>
    private static readonly HashSet<string> OtherLanguages = new(StringComparer.OrdinalIgnoreCase) { "fsharp", "diagram", "diagrams" };

    private static readonly HashSet<string> OtherNamesOfCSharp = new(StringComparer.OrdinalIgnoreCase) { "c#", "csx", "c-sharp", "dotnet" };

    public static FenceLanguage KindOf(string language) => language switch
    {
        _ when language.Equals("csharp", StringComparison.OrdinalIgnoreCase) || language.Equals("cs", StringComparison.OrdinalIgnoreCase) => FenceLanguage.CSharp,
        _ when ExpectationFences.Words.Contains(language) => FenceLanguage.Expectation,
        _ => FenceLanguage.Plain,
    };

    /// <summary>Reports a language that was probably meant to be a checked one, and tells whether an expectation was meant.</summary>
    public static bool CheckSpelling(InfoString info, FindingList findings)
    {
        var language = info.Language;
        var meant = OtherNamesOfCSharp.Contains(language) ? "csharp" : Misspelt(language);
        if (meant is null) return false;
        findings.Error(DiagnosticIds.MisspeltLanguage, info.LanguageSpan, $"a fence {language} is not checked; did you mean {meant}?");
        return ExpectationFences.Words.Contains(meant);
    }

    private static string? Misspelt(string language) => language.Length < 5 || OtherLanguages.Contains(language)
        ? null
        : Checked.FirstOrDefault(word => NearestWord.EditDistance(language.ToLowerInvariant(), word) <= (word.Length > 6 ? 2 : 1));
}
