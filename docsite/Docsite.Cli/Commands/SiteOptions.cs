using System.CommandLine;
using Docsite.Settings;

namespace Docsite.Cli.Commands;

/// <summary>The options that every command about a site takes.</summary>
internal sealed class SiteOptions
{
    public Option<DirectoryInfo> Root { get; } = new("--root")
    {
        Description = "The folder of docsite.yml.",
        DefaultValueFactory = _ => new DirectoryInfo("."),
    };

    public Option<string?> Output { get; } = new("--output") { Description = "Where the site is written instead of the settings' OutputPath." };

    public Option<string?> Host { get; } = new("--host") { Description = "Where the site will be published, instead of the settings' Host; feed.xml and sitemap.xml need it." };

    public Option<string> Configuration { get; } = new("--configuration", "-c")
    {
        Description = "The configuration the settings' projects are built in.",
        DefaultValueFactory = _ => "Release",
    };

    public Option<bool> NoBuild { get; } = new("--no-build") { Description = "Take the settings' projects as they were last built." };

    public Option<bool> NoCache { get; } = new("--no-cache") { Description = "Run every block, and keep no result for the next run." };

    /// <summary>Only its cost is of interest, which the benchmarks measure: pages that list what ran would be wrong without it.</summary>
    public Option<bool> NoCoverage { get; } = new("--no-coverage") { Description = "Do not note which members run.", Hidden = true };

    public Option<int?> Workers { get; } = new("--workers") { Description = "How many sessions run at a time; one on each processor when not given." };

    public Option<int?> Shuffle { get; } = new("--shuffle") { Description = "Run the pages in another order, one for each number; nothing may depend on it." };

    public void AddTo(Command command)
    {
        Workers.Accept(1, int.MaxValue, "1 or more");
        Host.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } host && SiteHost.Read(host) is null) result.AddError($"'{host}' is not the address of a site; {SiteHost.Expected}.");
        });
        command.Options.Add(Workers);
        command.Options.Add(Shuffle);
        command.Options.Add(Root);
        command.Options.Add(Output);
        command.Options.Add(Host);
        command.Options.Add(Configuration);
        command.Options.Add(NoBuild);
        command.Options.Add(NoCache);
        command.Options.Add(NoCoverage);
    }

    public RunnerOptions ReadRunner(ParseResult parsed) =>
        new(parsed.GetValue(Configuration)!, parsed.GetValue(NoBuild), !parsed.GetValue(NoCache) && !parsed.GetValue(NoCoverage), parsed.GetValue(Workers), !parsed.GetValue(NoCoverage));
}
