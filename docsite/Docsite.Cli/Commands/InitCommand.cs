using System.CommandLine;
using System.Text;
using Docsite.Diagnostics;

namespace Docsite.Cli.Commands;

internal static class InitCommand
{
    public static Command Create()
    {
        var root = new Option<DirectoryInfo>("--root") { Description = "The folder of the library's repository.", DefaultValueFactory = _ => new DirectoryInfo(".") };
        var project = new Option<string[]>("--project") { Description = "A project whose code the pages show; libraries below the folder when none is given." };
        var command = new Command("init", "Makes docsite.yml and a first page for a .NET library.");
        command.Options.Add(root);
        command.Options.Add(project);
        command.SetAction(parsed => Run(parsed.GetValue(root)!.FullName, parsed.GetValue(project) ?? []));
        return command;
    }

    private static int Run(string root, string[] named)
    {
        if (File.Exists(Path.Combine(root, LoadedSite.SettingsFile))) return Refuse($"there is a {LoadedSite.SettingsFile} in {root} already.");
        if (named.FirstOrDefault(project => !File.Exists(Path.Combine(root, project))) is { } missing) return Refuse($"there is no project {missing} below {root}.");
        var projects = named.Length > 0 ? [.. named] : FoundLibrary.ProjectsBelow(root);
        if (projects.Count == 0) return Refuse($"there is no library's project below {root}; name one with --project.");

        var title = FoundLibrary.SolutionIn(root) ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(root));
        var libraries = projects.Select(project => FoundLibrary.Read(root, project)).ToList();
        // Of several libraries the one that is called like the whole is the one that a reader looks for.
        var library = libraries.Find(one => one.Name == title) ?? libraries[0];
        Write(root, LoadedSite.SettingsFile, Settings(title, projects, libraries));
        var home = Path.Combine("content", "index.md");
        if (!File.Exists(Path.Combine(root, home))) Write(root, home, Home(library));
        if (!IsIgnored(root)) Console.WriteLine("builds write to the folder artifacts: keep it out of git");
        Console.WriteLine($"build it with: {ToolCommand.Here} build");
        return ExitCode.Verified;
    }

    private static string Settings(string title, IReadOnlyList<string> projects, IEnumerable<FoundLibrary> libraries)
    {
        var text = new StringBuilder($"SiteTitle: \"{title.Replace("\"", "", StringComparison.Ordinal)}\"\nInputPaths: [content]\nOutputPath: artifacts/site\n\n# Blocks see these assemblies; the tool builds them.\nProjects:\n");
        foreach (var project in projects) text.Append("  - \"").Append(project).Append("\"\n");
        var names = libraries.Select(library => library.Namespace).OfType<string>().Distinct().ToList();
        if (names.Count > 0) text.Append("\nUsings:\n");
        foreach (var name in names) text.Append("  - ").Append(name).Append('\n');
        return text.ToString();
    }

    private static string Home(FoundLibrary library) => library is { Namespace: { } name, PublicType: { } type }
        ? FirstPage.Of(library.Name, $"typeof({name}.{type}).Namespace   // => \"{name}\"")
        : FirstPage.Of(library.Name);

    private static void Write(string root, string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, file))!);
        File.WriteAllText(Path.Combine(root, file), text);
        Console.WriteLine(file.Replace('\\', '/'));
    }

    private static bool IsIgnored(string root) => Path.Combine(root, ".gitignore") is var file && File.Exists(file)
        && File.ReadLines(file).Any(line => line.Trim().Trim('/') == "artifacts");

    private static int Refuse(string message)
    {
        Console.Error.WriteLine($"docsite: {message}");
        return ExitCode.Usage;
    }
}
