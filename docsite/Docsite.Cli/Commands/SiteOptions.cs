using System.CommandLine;

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

    public Option<string> Configuration { get; } = new("--configuration", "-c")
    {
        Description = "The configuration the settings' projects are built in.",
        DefaultValueFactory = _ => "Release",
    };

    public Option<bool> NoBuild { get; } = new("--no-build") { Description = "Take the settings' projects as they were last built." };

    public Option<bool> NoCache { get; } = new("--no-cache") { Description = "Run every block, and keep no result for the next run." };

    public void AddTo(Command command)
    {
        command.Options.Add(Root);
        command.Options.Add(Output);
        command.Options.Add(Configuration);
        command.Options.Add(NoBuild);
        command.Options.Add(NoCache);
    }
}
