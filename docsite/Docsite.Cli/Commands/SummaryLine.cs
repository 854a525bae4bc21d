using Docsite.Diagnostics;

namespace Docsite.Cli.Commands;

/// <summary>The last lines of a run: what was verified, in numbers.</summary>
internal static class SummaryLine
{
    public static string Of(SiteResult result, string seconds)
    {
        var s = result.Summary;
        var counted = $"{N(s.Pages, "page")}, {N(s.Blocks, "block")} run ({N(s.Runs, "run")}{FromCache(result)}), {N(s.Values, "value")}, {N(s.Outputs, "output")}, {N(s.Figures, "figure")}, {N(s.Claims, "claim")}";
        var ignored = s.Ignored == 0 ? "" : $", {N(s.Ignored, "block")} not run for a stated reason";
        var errors = result.Diagnostics.Count(finding => finding.Severity == Severity.Error);
        var line = errors == 0
            ? $"Verified in {seconds} s: {counted}{ignored}{(result.IsUnchanged ? "; nothing has changed" : "")}."
            : $"{N(errors, "error")} in {seconds} s; checked {counted}{ignored}.";
        return result.LeftToWhole.IsEmpty ? line : $"{line} Only a run of all pages tells {string.Join(", and ", result.LeftToWhole)}.";
    }

    private static string FromCache(SiteResult result) => result.Cached == 0 ? "" : $", {result.Cached} from the cache";

    private static string N(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
