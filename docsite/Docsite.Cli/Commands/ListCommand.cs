using System.CommandLine;
using System.Text.Json.Nodes;
using Docsite.Cli.Reports;
using Docsite.Diagnostics;
using Docsite.Settings;

namespace Docsite.Cli.Commands;

internal static class ListCommand
{
    public static Command Create()
    {
        var options = new SiteOptions();
        var json = new Option<bool>("--json") { Description = "As JSON, for programs." };
        var command = new Command("list", "Lists the blocks and prose values of the site, with their ids and what is promised of them; runs nothing.");
        command.Options.Add(options.Root);
        command.Options.Add(json);
        command.SetAction(parsed => Run(parsed, options, parsed.GetValue(json)));
        return command;
    }

    private static int Run(ParseResult parsed, SiteOptions options, bool isJson)
    {
        if (LoadedSite.Load(parsed, options) is not { } site) return ExitCode.Usage;
        return Tell(SiteOutline.Read(site.Settings), site.Settings, isJson, Console.Out, Console.Error);
    }

    /// <summary>Tells what a site has, and what hides some of it.</summary>
    internal static int Tell(SiteOutline outline, SiteSettings settings, bool isJson, TextWriter output, TextWriter errors)
    {
        var steps = SiteOutline.StepsOf(outline.Pages, settings);
        if (isJson) output.WriteLine(new JsonArray([.. steps.Select(Json)]).ToJsonString(JsonReport.Options));
        else foreach (var step in steps) output.WriteLine($"{step.Step.Location}: {step.Step.Id} {step.Promise}{(step.Variants.IsEmpty ? "" : $" [{string.Join(", ", step.Variants)}]")}");
        var hidden = outline.Source.Diagnostics.Concat(outline.Defects).Where(finding => finding.Severity == Severity.Error).ToList();
        foreach (var finding in TextReport.Sorted(hidden)) errors.Write(TextReport.Of(finding));
        return !outline.Defects.IsEmpty ? ExitCode.Internal : hidden.Count > 0 ? ExitCode.Findings : ExitCode.Verified;
    }

    private static JsonObject Json(PlannedStep step)
    {
        var one = JsonReport.Place(step.Step.Location);
        one["id"] = step.Step.Id;
        one["kind"] = step.Step is Parsing.SessionStep.Block ? "block" : "value";
        one["promise"] = step.Promise;
        one["ignored"] = step.IsIgnored;
        one["variants"] = new JsonArray([.. step.Variants.Select(name => JsonValue.Create(name))]);
        return one;
    }
}
