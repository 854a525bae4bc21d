using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Docsite.Caching;
using Docsite.Diagnostics;
using Docsite.Parsing;
using Docsite.Planning;

namespace Docsite.Cli.Commands;

internal static partial class ExplainCommand
{
    public static Command Create()
    {
        var options = new SiteOptions();
        var what = new Argument<string>("what") { Description = $"A block's id, e.g. learn/pins#a-pin, or a place, e.g. content/learn/pins.md:42; or the code of a finding, e.g. {DiagnosticIds.ValueDiffers}." };
        var command = new Command("explain", "Tells what a block's result depends on, and what has changed since it was kept; or what a finding means, and what mends it.");
        options.AddTo(command);
        command.Arguments.Add(what);
        command.SetAction((parsed, cancellation) => RunAsync(parsed, options, parsed.GetValue(what)!, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, SiteOptions options, string what, CancellationToken cancellation)
    {
        if (Code().IsMatch(what)) return await TellMeaningAsync(what.ToUpperInvariant());
        if (LoadedSite.Load(parsed, options) is not { } site) return ExitCode.Usage;
        var outline = SiteOutline.Read(site.Settings);
        var pages = outline.Pages;
        if (Find(pages, what, site.Settings.Root) is not { } step)
        {
            // It may stand on a page that cannot be read.
            Findings.Print(outline.Defects);
            if (!outline.Defects.IsEmpty) return ExitCode.Internal;
            var known = pages.SelectMany(page => page.Steps).Select(one => one.Id);
            await Console.Error.WriteLineAsync($"docsite: no block or value is at '{what}'{NearestWord.Question(what, known)}; list them with: {ToolCommand.Here} list");
            return ExitCode.Usage;
        }
        using var runner = await SiteRunner.OpenAsync(site, parsed, options, cancellation);
        if (runner is null) return ExitCode.Findings;
        var plans = SessionPlanner.Plan(pages.Single(page => page.Steps.Contains(step)), site.Settings).Sessions.Where(session => session.Steps.Contains(step)).ToList();
        Console.WriteLine($"{step.Location}: {step.Id}");
        if (plans.Count == 0) Console.WriteLine("  runs in no session");
        foreach (var plan in plans) Tell(plan, runner.Keys.Of(plan), runner.Cache?.KeptKey(plan));
        Findings.Print([.. runner.Diagnostics]);
        return ExitCode.Verified;
    }

    private static async Task<int> TellMeaningAsync(string code)
    {
        if (FindingMeaning.All.FirstOrDefault(one => one.Code == code) is not { } meaning)
        {
            // The first of equally near ones is named: those of the same group come first.
            var known = FindingMeaning.All.Select(one => one.Code).OrderBy(one => !code.StartsWith(one[..5], StringComparison.Ordinal));
            await Console.Error.WriteLineAsync($"docsite: no finding has the code {code}{NearestWord.Question(code, known)}");
            return ExitCode.Usage;
        }
        Console.WriteLine($"{code}: {meaning.Meaning}\n  cure: {meaning.Cure}");
        return ExitCode.Verified;
    }

    private static SessionStep? Find(IEnumerable<ParsedPage> pages, string what, string root)
    {
        var steps = pages.SelectMany(page => page.Steps).ToList();
        if (steps.Find(step => step.Id == what) is { } named) return named;
        if (Place().Match(what) is not { Success: true } place) return null;
        if (!int.TryParse(place.Groups["line"].ValueSpan, CultureInfo.InvariantCulture, out var line)) return null;
        var path = NamedPath.Of(root, place.Groups["path"].Value);
        return steps.Find(step => step.Location.Page.Path == path && line > step.Location.Start.Line && line <= LastLine(step) + 1);
    }

    private static int LastLine(SessionStep step) =>
        step is SessionStep.Block block ? block.Location.Page.PositionOf(block.EndOffset).Line : step.Location.End.Line;

    private static void Tell(SessionPlan plan, SessionKey key, SessionKey? kept)
    {
        var name = plan.Name.Length == 0 ? "the page's session" : $"session {plan.Name}";
        Console.WriteLine($"  {name}{(plan.Variant is { } variant ? $", {variant.Name}" : "")}: key {key.Digest}");
        var (now, before) = (NamesOf(key), NamesOf(kept ?? key));
        var changed = kept is null ? [] : key.DifferencesFrom(kept).ToDictionary(name => name, name => !before.Contains(name) ? "new" : now.Contains(name) ? "changed" : "gone", StringComparer.Ordinal);
        foreach (var part in key.Parts) Console.WriteLine($"    {changed.GetValueOrDefault(part.Name, ""),-7} {part.Name}: {OneLine(part.Value)}");
        foreach (var gone in changed.Where(one => one.Value == "gone")) Console.WriteLine($"    gone    {gone.Key}");
        Console.WriteLine(kept is null ? "    no result is kept, so it will be run"
            : key.Parts.SequenceEqual(kept.Parts) ? "    its result is kept and will be used"
            : $"    its result was kept with another key, so it will be run again; {string.Join(", ", changed.Select(one => $"{one.Value}: {one.Key}"))}");
    }

    private static HashSet<string> NamesOf(SessionKey key) => key.Parts.Select(part => part.Name).ToHashSet(StringComparer.Ordinal);

    private static string OneLine(string value) => value.Length == 0 ? "-" : value.ReplaceLineEndings(", ");

    [GeneratedRegex(@"^DOC\d+$", RegexOptions.IgnoreCase)]
    private static partial Regex Code();

    [GeneratedRegex(@"^(?<path>.+?)(:|\()(?<line>\d+)([:,]\d+)?\)?$")]
    private static partial Regex Place();
}
