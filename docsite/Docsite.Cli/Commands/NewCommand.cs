using System.CommandLine;

namespace Docsite.Cli.Commands;

internal static class NewCommand
{
    public static Command Create() => new("new", "Makes a page that is verified at once, to start from.") { Page() };

    private static Command Page()
    {
        var options = new SiteOptions();
        var path = new Argument<string>("path") { Description = "Where it goes below the pages' folder, e.g. learn/my-question." };
        var title = new Option<string?>("--title") { Description = "The page's title; its path's last word when none is given." };
        var command = new Command("page", "Makes a page with a block and the value it gives.");
        command.Options.Add(options.Root);
        command.Arguments.Add(path);
        command.Options.Add(title);
        command.SetAction(parsed => Write(parsed, options, parsed.GetValue(path)!, parsed.GetValue(title)));
        return command;
    }

    private static int Write(ParseResult parsed, SiteOptions options, string path, string? title)
    {
        if (LoadedSite.Load(parsed, options) is not { } site) return ExitCode.Usage;
        var input = site.Settings.InputPaths[0];
        var name = path.Replace('\\', '/').Trim('/');
        if (name.StartsWith(input + "/", StringComparison.Ordinal)) name = name[(input.Length + 1)..];
        if (!name.EndsWith(".md", StringComparison.Ordinal)) name += ".md";
        if (name.Split('/').Any(part => part is "" or "." or ".." || part[0] is '_' or '.'))
        {
            Console.Error.WriteLine($"docsite: '{path}' names no page: its parts may not be empty or start with '.' or '_'.");
            return ExitCode.Usage;
        }
        var file = Path.Combine(site.Settings.Root, input, name);
        if (File.Exists(file))
        {
            Console.Error.WriteLine($"docsite: {input}/{name} is there already.");
            return ExitCode.Usage;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, FirstPage.Of(title ?? FirstPage.TitleOf(name)));
        Console.WriteLine($"{input}/{name}");
        Console.WriteLine($"verify it with: docsite verify {input}/{name}");
        return ExitCode.Verified;
    }
}
