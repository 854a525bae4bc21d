using System.CommandLine;

namespace Docsite.Cli.Commands;

internal static class NewCommand
{
    private delegate int Maker(LoadedSite site, string path, string? title);

    public static Command Create() => new("new", "Makes a page or an example in which everything holds, to start from.")
    {
        Command("page", "Makes a page with a block and the value it gives.", "Where it goes below the pages' folder, e.g. learn/my-question.", Page),
        Command("example", "Makes a program that is a page of the gallery, and that dotnet run takes as it is.", "Its name in the examples' folder, e.g. my-example.", Example),
    };

    private static Command Command(string name, string description, string what, Maker make)
    {
        var options = new SiteOptions();
        var path = new Argument<string>("path") { Description = what };
        var title = new Option<string?>("--title") { Description = "Its title; its path's last word when none is given." };
        var command = new Command(name, description);
        command.Options.Add(options.Root);
        command.Arguments.Add(path);
        command.Options.Add(title);
        command.SetAction(parsed => LoadedSite.Load(parsed, options) is { } site ? make(site, parsed.GetValue(path)!, parsed.GetValue(title)) : ExitCode.Usage);
        return command;
    }

    private static int Page(LoadedSite site, string path, string? title)
    {
        var folder = site.Settings.InputPaths[0];
        return NewFile.Write(site, folder, path, ".md", title, (_, words) => OwnTemplate.Of(site, folder, ".md", words) ?? FirstPage.Of(words));
    }

    private static int Example(LoadedSite site, string path, string? title)
    {
        if (site.Settings.ExamplePaths is [var folder, ..]) return NewFile.Write(site, folder, path, ".cs", title, (name, words) => OwnTemplate.Of(site, folder, ".cs", words) ?? FirstExample.Of(site.Settings, folder, name, words));
        Console.Error.WriteLine($"docsite: the site has no folder of examples; add to {LoadedSite.SettingsFile}: ExamplePaths: [examples]");
        return ExitCode.Usage;
    }
}
