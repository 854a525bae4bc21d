using System.Text.RegularExpressions;
using Docsite.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Execution.Instrumentation;

/// <summary>Comments that resemble one that states something, so that a reader would take them for checked.</summary>
internal static partial class NearMisses
{
    /// <summary>What is wrong with a comment, a region or a stretch of code that is switched off.</summary>
    /// <param name="trivia">The comment.</param>
    /// <param name="text">Its text.</param>
    internal static IEnumerable<BlockMessage> In(SyntaxTrivia trivia, string text) => trivia.Kind() switch
    {
        SyntaxKind.SingleLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia => One(trivia.Span, Cure(Content(text), text)),
        SyntaxKind.MultiLineCommentTrivia => One(trivia.Span, OnlyLines().IsMatch(text) ? "only comments behind // state something" : null),
        SyntaxKind.RegionDirectiveTrivia => One(trivia.Span, IsHiddenRegion(text) ? "lines are hidden between #region hide and #endregion" : null),
        SyntaxKind.DisabledTextTrivia => SwitchedOff().Matches(text).Select(match =>
            Of(new TextSpan(trivia.SpanStart + match.Index, match.ValueSpan.TrimEnd().Length), "the preprocessor leaves this line out")),
        _ => [],
    };

    /// <summary>The finding about a comment.</summary>
    internal static BlockMessage Of(TextSpan span, string cure) =>
        new(DiagnosticIds.MisspeltComment, IsError: true, $"This comment is not checked: {cure}.", span);

    private static IEnumerable<BlockMessage> One(TextSpan span, string? cure) => cure is null ? [] : [Of(span, cure)];

    private static bool IsHiddenRegion(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [_, .. var name] && string.Join(' ', name) is not "hide" and var word && Hidden().IsMatch(word);

    private static string Content(string comment) => comment.TrimStart('/').Trim();

    private static string? Cure(string content, string comment) => content switch
    {
        "hide" when !comment.StartsWith("///", StringComparison.Ordinal) => null,
        _ when Arrow().IsMatch(content) => "a value is stated with // =>",
        _ when Code().IsMatch(content) => "a message of the compiler is announced with // error CS0029 or // warning CS0168",
        _ when Exception().IsMatch(content) => "an exception is announced with // throws TypeName, or // throws TypeName: its message",
        _ when Hidden().IsMatch(content) => "a line is hidden by // hide alone at its end",
        _ => null,
    };

    [GeneratedRegex(@"\A(=\s*>|-+>|==+>|[⇒→➜➔⟹]|={1,2}\s+[^\s=])", RegexOptions.ExplicitCapture)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"\A\^*\s*((errors?|warnings?|warn|err)\b[\s:(]*)?CS\d{2,}\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Code();

    [GeneratedRegex(@"\A(?i:throws?|thrown|raises?)\b\s*:?\s*(new\s+)?(\w+\.)*[A-Z]\w*(Exception|Error)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Exception();

    [GeneratedRegex(@"\A(hide|hides|hidden)\z|//\s*hide\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"\A/\*+\s*(=>|(error|warning)\s+CS\d{4}|throws\s+[A-Z]\w*\s*(:|\*/)|hide\s*\*/)", RegexOptions.ExplicitCapture)]
    private static partial Regex OnlyLines();

    [GeneratedRegex(@"//\s*(=>|(error|warning)\s+CS\d{4}|throws\s+[A-Z]).*", RegexOptions.ExplicitCapture)]
    private static partial Regex SwitchedOff();
}
