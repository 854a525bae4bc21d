using System.CommandLine;
using System.Text.Json.Nodes;
using Docsite.Cli.Reports;

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
        var steps = SiteOutline.StepsOf(SiteOutline.Read(site.Settings).Pages, site.Settings);
        if (isJson)
        {
            Console.WriteLine(new JsonArray([.. steps.Select(Json)]).ToJsonString(JsonReport.Options));
            return ExitCode.Verified;
        }
        foreach (var step in steps)
        {
            var variants = step.Variants.IsEmpty ? "" : $" [{string.Join(", ", step.Variants)}]";
            Console.WriteLine($"{step.Step.Location}: {step.Step.Id} {step.Promise}{variants}");
        }
        return ExitCode.Verified;
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
