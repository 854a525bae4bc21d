using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Docsite.Diagnostics;
using Docsite.Discovery;
using Docsite.Pages;

namespace Docsite.Cli.Reports;

/// <summary>SARIF 2.1.0.</summary>
internal static class SarifReport
{
    private const string Root = "SRCROOT";

    // The file is read by programs and people, never put into a page.
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string Of(FinishedRun run)
    {
        var rules = run.Result.Diagnostics.Select(finding => finding.Id).Distinct().Order(StringComparer.Ordinal).ToList();
        var log = new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject
                {
                    ["driver"] = new JsonObject
                    {
                        ["name"] = "docsite",
                        ["version"] = ToolVersion.Text,
                        ["rules"] = Array(rules.Select(Rule)),
                    },
                },
                ["originalUriBaseIds"] = new JsonObject { [Root] = new JsonObject { ["uri"] = new Uri(Path.TrimEndingDirectorySeparator(run.Root) + "/").AbsoluteUri } },
                ["columnKind"] = "utf16CodeUnits",
                ["invocations"] = new JsonArray(new JsonObject { ["executionSuccessful"] = true }),
                ["results"] = Array(run.Result.Diagnostics.Select(finding => Result(finding, rules))),
            }),
        };
        return log.ToJsonString(Options) + "\n";
    }

    private static JsonObject Rule(string id) => new()
    {
        ["id"] = id,
        ["shortDescription"] = Text(RuleTitles.All.GetValueOrDefault(id, id)),
    };

    private static JsonObject Result(Diagnostic finding, List<string> rules)
    {
        var result = new JsonObject
        {
            ["ruleId"] = finding.Id,
            ["ruleIndex"] = rules.IndexOf(finding.Id),
            ["level"] = Report.Word(finding.Severity),
            ["message"] = Text(Report.Message(finding, "\n")),
            ["locations"] = new JsonArray(Location(finding)),
        };
        if (!finding.Edits.IsEmpty) result["fixes"] = new JsonArray(Fix(finding));
        return result;
    }

    private static JsonObject Location(Diagnostic finding)
    {
        var region = Region(finding.Location);
        if (!finding.Location.Span.IsEmpty) region["snippet"] = Text(finding.Location.Text);
        var location = new JsonObject { ["physicalLocation"] = new JsonObject { ["artifactLocation"] = File(finding.Location.Page), ["region"] = region } };
        if (finding.Subject is { } subject) location["logicalLocations"] = new JsonArray(new JsonObject { ["fullyQualifiedName"] = subject });
        return location;
    }

    // The edits of a finding are one cure.
    private static JsonObject Fix(Diagnostic finding) => new()
    {
        ["description"] = Text("Write what the block really gave."),
        ["artifactChanges"] = Array(finding.Edits.GroupBy(edit => edit.Location.Page).Select(page => new JsonObject
        {
            ["artifactLocation"] = File(page.Key),
            ["replacements"] = Array(page.Select(edit => new JsonObject
            {
                ["deletedRegion"] = Region(edit.Location),
                ["insertedContent"] = Text(edit.NewText),
            })),
        })),
    };

    private static JsonObject Region(PageLocation place) => new()
    {
        ["startLine"] = place.Start.Line + 1,
        ["startColumn"] = place.Start.Character + 1,
        ["endLine"] = place.End.Line + 1,
        ["endColumn"] = place.End.Character + 1,
    };

    private static JsonObject File(PageText page) =>
        new() { ["uri"] = Route.Escaped(page.Path), ["uriBaseId"] = Root };

    private static JsonObject Text(string text) => new() { ["text"] = text };

    private static JsonArray Array(IEnumerable<JsonObject> items) => [.. items];
}
