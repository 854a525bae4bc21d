using TestSupport;

namespace Site.Tests;

/// <summary>A site of one page with the settings of the project's own.</summary>
internal static class OwnSite
{
    /// <returns>Its folder.</returns>
    public static string Make(string name)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "own", name);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(Path.Combine(folder, "content"));
        var lines = File.ReadAllLines(Repository.PathOf("docsite.yml"))
            .Where(line => !line.StartsWith("ExamplePaths:", StringComparison.Ordinal) && !line.StartsWith("GitDates:", StringComparison.Ordinal))
            .Select(line => line.StartsWith("OutputPath:", StringComparison.Ordinal) ? "OutputPath: site" : line.Replace("  - simulation/", $"  - {Repository.Root}/simulation/", StringComparison.Ordinal).Replace("  - docsite/", $"  - {Repository.Root}/docsite/", StringComparison.Ordinal));
        File.WriteAllLines(Path.Combine(folder, "docsite.yml"), lines);
        File.WriteAllText(Path.Combine(folder, "content/index.md"), "Title: Home\n---\n\n# Home\n\nSee the [reference](xref:api).\n");
        return folder;
    }
}
