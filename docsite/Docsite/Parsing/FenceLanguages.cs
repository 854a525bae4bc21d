using System.Text.RegularExpressions;
using Docsite.Diagnostics;
using Docsite.Pages;
using Microsoft.CodeAnalysis.Text;

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
internal static partial class FenceLanguages
{
    private static readonly string[] Checked = ["csharp", .. ExpectationFences.Words];

    /// <summary>Words that differ by a letter or two from a checked one and mean something else.</summary>
    private static readonly HashSet<string> OtherLanguages = new(StringComparer.OrdinalIgnoreCase) { "fsharp", "diagram", "diagrams" };

    private static readonly HashSet<string> OtherNamesOfCSharp =
        new(StringComparer.OrdinalIgnoreCase) { "c#", "c♯", "csx", "c-sharp", "dotnet", "csharp-interactive", "csharp-repl", "csi" };

    public static FenceLanguage KindOf(string language) => language switch
    {
        _ when language.Equals("csharp", StringComparison.OrdinalIgnoreCase) || language.Equals("cs", StringComparison.OrdinalIgnoreCase) => FenceLanguage.CSharp,
        _ when ExpectationFences.Words.Contains(language) => FenceLanguage.Expectation,
        _ => FenceLanguage.Plain,
    };

    /// <summary>Reports a language that was probably meant to be a checked one, and tells whether an expectation was meant.</summary>
    public static bool CheckSpelling(PageText page, TextSpan info, FindingList findings)
    {
        var line = page.Slice(info);
        if (Language().Match(line) is not { Success: true } match || match.Groups["language"] is not { Length: > 0 } language) return false;
        var meant = KindOf(language.Value) != FenceLanguage.Plain ? language.Value
            : OtherNamesOfCSharp.Contains(language.Value) ? "csharp"
            : Misspelt(language.Value);
        if (meant is null) return false;
        var written = match.Groups["written"];
        findings.Error(DiagnosticIds.MisspeltLanguage, new TextSpan(info.Start + written.Index, written.Length),
            $"a fence {written.Value} is not checked; did you mean {meant}?", "the language is the first word behind the backticks, without braces and signs");
        return ExpectationFences.Words.Contains(meant);
    }

    private static string? Misspelt(string language) => language.Length < 5 || OtherLanguages.Contains(language)
        ? null
        : Checked.FirstOrDefault(word => NearestWord.EditDistance(language.ToLowerInvariant(), word) <= (word.Length > 6 ? 2 : 1));

    /// <summary>A language as this and other tools write it: <c>csharp</c>, <c>{.csharp #id}</c>, <c>{code-cell} csharp</c>, <c>lang=csharp</c>.</summary>
    [GeneratedRegex(@"^\s*(\{code-cell\}\s*|\{[^}]*?(?=\.)|\{)?\s*(?<written>(\.|lang=)?(?<language>[^\s{}\[\],:=]+))", RegexOptions.ExplicitCapture)]
    private static partial Regex Language();
}
