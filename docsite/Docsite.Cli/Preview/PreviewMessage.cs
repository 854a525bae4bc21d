using System.Text.Json.Nodes;
using Docsite.Diagnostics;

namespace Docsite.Cli.Preview;

/// <summary>What open pages are told.</summary>
/// <param name="Kind"><c>reload</c>: there is a newer site; <c>findings</c>: there is none, for these reasons.</param>
/// <param name="Data">Empty for a reload; for findings an array of what <see cref="PreviewScript"/> shows.</param>
public sealed record PreviewMessage(string Kind, string Data)
{
    /// <summary>There is a newer site.</summary>
    public static PreviewMessage Reload { get; } = new("reload", "");

    /// <summary>A word for the site that is served now.</summary>
    public Guid Version { get; init; }

    /// <summary>Whether it says why there is no newer site.</summary>
    public bool IsAboutFindings => Kind == "findings";

    /// <summary>There is no newer site, for a reason that stands on no page.</summary>
    public static PreviewMessage Reason(string words) => Of([new JsonObject { ["report"] = words }]);

    /// <summary>There is no newer site, for these findings; those that accepting would mend with what the page states beside what it gave.</summary>
    public static PreviewMessage Findings(IEnumerable<Diagnostic> findings) => Of(findings.Select(finding => new JsonObject
    {
        ["place"] = finding.Location.ToString(),
        ["id"] = finding.Id,
        ["report"] = TextReport.Of(finding),
        ["changes"] = new JsonArray([.. finding.Edits.Select(edit => new JsonObject { ["stated"] = edit.Location.Text, ["given"] = edit.NewText })]),
    }));

    internal string ToServerSentEvent() => $"event: {Kind}\nid: {Version}\ndata: {Data}\n\n";

    private static PreviewMessage Of(IEnumerable<JsonObject> findings) => new("findings", new JsonArray([.. findings]).ToJsonString());
}
