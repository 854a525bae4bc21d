namespace Docsite.Cli.Commands;

/// <summary>What a site starts its own pages and examples from: <c>_template.md</c> and <c>_template.cs</c> in their folders.</summary>
internal static class OwnTemplate
{
    private const string Place = "{title}";

    /// <summary>The template with a title in it; nothing where the site has none.</summary>
    internal static string? Of(LoadedSite site, string folder, string extension, string title)
    {
        var file = Path.Combine(site.Settings.Root, folder, "_template" + extension);
        if (!File.Exists(file)) return null;
        // In front matter it is YAML.
        return File.ReadAllText(file).Replace($"Title: {Place}", $"Title: {FirstPage.Quoted(title)}", StringComparison.Ordinal).Replace(Place, title, StringComparison.Ordinal);
    }
}
