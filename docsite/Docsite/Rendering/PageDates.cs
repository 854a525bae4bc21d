using System.Globalization;
using Docsite.Discovery;

namespace Docsite.Rendering;

/// <summary>The day of a page's last change: what it says itself, else what is known of its file.</summary>
internal static class PageDates
{
    public static string? Of(SitePage page, IReadOnlyDictionary<string, string>? changed) =>
        Day(page.Metadata.GetValueOrDefault("Updated")) ?? changed?.GetValueOrDefault(page.Source.Text.Path) ?? Day(page.Metadata.GetValueOrDefault("Published"));

    private static string? Day(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
}
