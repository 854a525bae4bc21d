using Docsite.Pages;
using Docsite.Settings;
using Docsite.Verification;

namespace Docsite;

/// <summary>Writes what the blocks really gave into the pages.</summary>
internal static class PageAccept
{
    /// <summary>Mends what the request selects.</summary>
    /// <returns>The result with the mended findings gone and the changed pages named.</returns>
    public static SiteResult Accept(SiteResult result, SiteRequest request, SiteSettings settings)
    {
        var selection = new AcceptSelection { Ids = request.Ids, Paths = request.Pages };
        var changed = selection.Apply(result.Diagnostics);
        foreach (var (page, content) in changed) Replace(Path.Combine(settings.Root, page.Path), page, content.AsSpan());
        return result with
        {
            Diagnostics = [.. result.Diagnostics.Where(finding => !selection.Selects(finding))],
            Accepted = [.. changed.Select(change => change.Page.Path)],
        };
    }

    /// <exception cref="IOException">The page was changed since it was read: nothing of that change is lost.</exception>
    private static void Replace(string path, PageText page, ReadOnlySpan<byte> content)
    {
        if (!File.ReadAllBytes(path).AsSpan().SequenceEqual(PageEditor.Apply(page, [])))
        {
            throw new IOException($"{page.Path} was changed while it was verified; run the command again.");
        }
        PageFile.Replace(path, content);
    }
}
