namespace TestSupport;

/// <summary>The project's own site, built once for a test assembly by the real tool.</summary>
public sealed class BuiltSite
{
    /// <summary>Builds the site into the test assembly's own folder.</summary>
    /// <exception cref="InvalidOperationException">The tool ended with findings; they are in the message.</exception>
    public BuiltSite()
    {
        Folder = Path.Combine(AppContext.BaseDirectory, "site");
        var run = DocsiteTool.Run(Repository.Root, "build", "--no-build", "--configuration", DocsiteTool.Configuration, "--output", Folder);
        if (run.ExitCode != 0) throw new InvalidOperationException($"docsite build ended with exit code {run.ExitCode}:\n{run.Output}");
        Output = run.Output;
    }

    /// <summary>Where the site is.</summary>
    public string Folder { get; }

    /// <summary>What the tool printed.</summary>
    public string Output { get; }

    /// <summary>The pages, with <c>/</c> between folders, in ordinal order.</summary>
    public IReadOnlyList<string> Pages =>
        [.. Directory.EnumerateFiles(Folder, "*.html", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];
}
