namespace Docsite.Discovery;

/// <summary>The published address of a file, relative to the site's root.</summary>
public static class Route
{
    /// <summary>The file name that answers for a folder.</summary>
    public const string Index = "index.html";

    /// <summary>The address of a page: lower case, hyphens for spaces, extension <c>.html</c>.</summary>
    /// <param name="relativePath">Path below its input folder, with <c>/</c>.</param>
    public static string OfPage(string relativePath) =>
        Path.ChangeExtension(relativePath, ".html").ToLowerInvariant().Replace(' ', '-');

    /// <summary>The address of an example's file, as it may be downloaded: beside its page.</summary>
    /// <param name="path">Path from the site's settings, with <c>/</c>.</param>
    public static string OfExampleFile(string path)
    {
        var folder = FolderOf(path);
        return $"{FolderOf(OfPage($"{folder[(folder.LastIndexOf('/') + 1)..]}/x"))}/{path[(path.LastIndexOf('/') + 1)..]}";
    }

    /// <summary>The file that answers for a former address: <c>/old/page</c> is <c>old/page.html</c>, <c>old/</c> is <c>old/index.html</c>.</summary>
    public static string OfRedirect(string address)
    {
        var path = address.Replace('\\', '/');
        path = path.StartsWith("~/", StringComparison.Ordinal) ? path[2..] : path.TrimStart('/');
        if (path.Length == 0 || path.EndsWith('/')) return path + Index;
        return Path.HasExtension(path) ? path : path + ".html";
    }

    /// <summary>An address as servers also find it: <c>learn/pins.html</c> is <c>learn/pins</c>, <c>learn/index.html</c> is <c>learn/</c>.</summary>
    public static string WithoutExtension(string route)
    {
        if (route == Index || route.EndsWith('/' + Index, StringComparison.Ordinal)) return route[..^Index.Length];
        return route.EndsWith(".html", StringComparison.Ordinal) ? route[..^".html".Length] : route;
    }

    /// <summary>A title made of a file's or folder's name: <c>learn/a-number.html</c> is <c>A number</c>.</summary>
    public static string Words(string route)
    {
        var name = route.EndsWith('/' + Index, StringComparison.Ordinal) ? FolderOf(route) : route;
        var words = Path.GetFileNameWithoutExtension(name[(name.LastIndexOf('/') + 1)..]).Replace('-', ' ').Replace('_', ' ').Trim();
        return words.Length == 0 ? name : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>The folder part, without a slash at its end; empty at the root.</summary>
    public static string FolderOf(string route)
    {
        var slash = route.LastIndexOf('/');
        return slash < 0 ? "" : route[..slash];
    }

    /// <summary>The way from a page to the site's root: empty, or <c>../</c> once for each folder.</summary>
    public static string ToRoot(string route) => string.Concat(Enumerable.Repeat("../", route.Count(c => c == '/')));

    /// <summary>An address or path as a link has it: what has a meaning there, such as <c>#</c> and <c>?</c>, is escaped.</summary>
    public static string Escaped(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>A link from one address to another that works under <c>file://</c> and below any folder of a server.</summary>
    public static string Relative(string from, string to)
    {
        if (!from.Contains('/', StringComparison.Ordinal)) return to;
        var source = from.Split('/');
        var target = to.Split('/');
        var common = 0;
        while (common < source.Length - 1 && common < target.Length - 1 && source[common] == target[common]) common++;
        return string.Concat(Enumerable.Repeat("../", source.Length - 1 - common)) + string.Join('/', target[common..]);
    }

    /// <summary>Resolves <c>.</c> and <c>..</c> of a link against a folder.</summary>
    /// <returns>Nothing when the link leaves the root.</returns>
    public static string? Combine(string folder, string link)
    {
        var parts = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in link.Split('/'))
        {
            if (part == "..")
            {
                if (parts.Count == 0) return null;
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("." or ""))
            {
                parts.Add(part);
            }
        }
        return string.Join('/', parts);
    }
}
