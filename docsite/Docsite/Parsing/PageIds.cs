namespace Docsite.Parsing;

/// <summary>The page's part of the ids of its blocks.</summary>
public static class PageIds
{
    /// <summary>The path below the input folder that holds the page, without extension: <c>content/learn/pins.md</c> is <c>learn/pins</c>.</summary>
    /// <param name="path">Path from the site's root.</param>
    /// <param name="inputPaths">The settings' input folders; the longest that holds the page counts.</param>
    public static string Of(string path, IEnumerable<string> inputPaths)
    {
        var folder = inputPaths
            .Select(input => input.Trim('/') + "/")
            .Where(input => path.StartsWith(input, StringComparison.Ordinal))
            .MaxBy(input => input.Length) ?? "";
        var below = path[folder.Length..];
        var dot = below.LastIndexOf('.');
        return dot > below.LastIndexOf('/') + 1 ? below[..dot] : below;
    }
}
