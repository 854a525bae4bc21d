using Docsite.Settings;

namespace Docsite.Cli.Commands;

/// <summary>An example to start from: a program of one file in which everything holds.</summary>
internal static class FirstExample
{
    /// <summary>The program.</summary>
    /// <param name="settings">Names the projects that it sees.</param>
    /// <param name="folder">The folder of examples.</param>
    /// <param name="name">Its path below that folder.</param>
    /// <param name="title">Its title.</param>
    internal static string Of(SiteSettings settings, string folder, string name, string title)
    {
        var from = Path.GetDirectoryName(Path.GetFullPath(Path.Combine(settings.Root, folder, name)))!;
        var projects = settings.Projects.Select(project =>
            $"#:project {Path.GetRelativePath(from, Path.GetFullPath(Path.Combine(settings.Root, project))).Replace('\\', '/')}\n");
        return $"""
            {string.Concat(projects)}// Title: {FirstPage.Quoted(title)}
            // Description: One sentence that says what it shows.
            // ---
            // The program below is run whenever the site is built, and what it states is compared with what it gives.

            var answer = 6 * 7;
            _ = answer;  // => 42
            Console.WriteLine($"The answer is {"{answer}"}.");

            /* output
            The answer is 42.
            */

            """;
    }
}
