using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Docsite.Diagnostics;
using Docsite.Pages;

namespace Docsite.Cli.Reports;

/// <summary>Everything that a run gave, as JSON; lines and columns count from 1.</summary>
internal static class JsonReport
{
    // The text is read by programs, never put into a page.
    internal static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string Of(FinishedRun run)
    {
        var s = run.Result.Summary;
        var report = new JsonObject
        {
            ["verified"] = !run.Result.HasErrors,
            ["seconds"] = Math.Round(run.Elapsed.TotalSeconds, 3),
            ["writtenTo"] = run.Result.WrittenTo,
            ["summary"] = new JsonObject
            {
                ["pages"] = s.Pages,
                ["blocks"] = s.Blocks,
                ["runs"] = s.Runs,
                ["runsFromCache"] = run.Result.Cached,
                ["values"] = s.Values,
                ["outputs"] = s.Outputs,
                ["figures"] = s.Figures,
                ["claims"] = s.Claims,
                ["ignored"] = s.Ignored,
            },
            ["leftToWhole"] = new JsonArray([.. run.Result.LeftToWhole.Select(clause => JsonValue.Create(clause))]),
            ["accepted"] = new JsonArray([.. run.Result.Accepted.Select(page => JsonValue.Create(page))]),
            ["findings"] = new JsonArray([.. run.Result.Diagnostics.Select(Finding)]),
        };
        return report.ToJsonString(Options) + "\n";
    }

    /// <summary>A place as members of an object.</summary>
    internal static JsonObject Place(PageLocation place) => new()
    {
        ["path"] = place.Page.Path,
        ["line"] = place.Start.Line + 1,
        ["column"] = place.Start.Character + 1,
        ["endLine"] = place.End.Line + 1,
        ["endColumn"] = place.End.Character + 1,
    };

    private static JsonObject Finding(Diagnostic finding)
    {
        var one = Place(finding.Location);
        one["id"] = finding.Id;
        one["severity"] = Report.Word(finding.Severity);
        one["message"] = finding.Message;
        one["subject"] = finding.Subject;
        one["variant"] = finding.Variant;
        one["notes"] = new JsonArray([.. finding.Notes.Select(note => JsonValue.Create(note))]);
        one["edits"] = new JsonArray([.. finding.Edits.Select(Edit)]);
        return one;
    }

    private static JsonObject Edit(PageEdit edit)
    {
        var one = Place(edit.Location);
        one["newText"] = edit.NewText;
        return one;
    }
}
