using System.Globalization;
using Docsite.Diagnostics;

namespace Docsite.Parsing;

/// <summary>Which keys of the front matter have values of a certain form.</summary>
internal static class FrontMatterValues
{
    private static readonly Dictionary<string, (Func<string, bool> Accepts, string Form)> Forms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Order"] = (IsInteger, "a whole number"),
        ["Excluded"] = (IsBoolean, "true or false"),
        ["Published"] = (IsDate, "a date such as 2024-05-31"),
        ["Updated"] = (IsDate, "a date such as 2024-05-31"),
        ["Title"] = (_ => true, "text"),
        ["Description"] = (_ => true, "text"),
        ["Xref"] = (_ => true, "text"),
    };

    /// <summary>Reports a value that does not have the form that its key asks for.</summary>
    public static void Check(FrontMatterEntry entry, FindingList findings)
    {
        if (!Forms.TryGetValue(entry.Key, out var form)) return;
        if (entry.Text is { } text && form.Accepts(text)) return;
        findings.Error(DiagnosticIds.BadFrontMatter, entry.ValueLocation.Span, $"{entry.Key} is not {form.Form}");
    }

    private static bool IsInteger(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static bool IsBoolean(string text) => bool.TryParse(text, out _);

    private static bool IsDate(string text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);
}
