using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Pages;
using Docsite.Settings;
using Docsite.Verification;

namespace Docsite;

/// <summary>Writes what the blocks really gave into the pages.</summary>
/// <param name="request">Which findings are to be mended.</param>
/// <param name="settings">Where the pages are.</param>
internal sealed class PageAccept(SiteRequest request, SiteSettings settings)
{
    private readonly AcceptSelection _selection = new() { Ids = request.Ids.AddRange(request.ForcedIds), Paths = request.Pages };

    private readonly AcceptSelection _forced = new() { Ids = request.ForcedIds };

    /// <summary>Whether the request asks for a finding to be mended.</summary>
    public bool Selects(Diagnostic finding) => _selection.Selects(finding);

    /// <summary>Mends what the request selects and nothing speaks against.</summary>
    /// <param name="result">The findings.</param>
    /// <param name="varying">What came out differently when the pages with selected findings ran once more.</param>
    /// <returns>The result with the mended findings gone and the changed pages named.</returns>
    public SiteResult Accept(SiteResult result, IEnumerable<Diagnostic> varying)
    {
        var guard = new AcceptGuard(result.Diagnostics, varying);
        var left = ImmutableArray.CreateBuilder<Diagnostic>();
        var accepted = new List<Diagnostic>();
        foreach (var finding in result.Diagnostics)
        {
            if (!Selects(finding)) left.Add(finding);
            else if (!IsForced(finding) && guard.ReasonAgainst(finding) is { } reason) left.Add(Refused(finding, reason));
            else if (request.Ask is { } ask && !ask(finding)) left.Add(finding);
            else accepted.Add(finding);
        }
        var written = ImmutableArray.CreateBuilder<string>();
        foreach (var (page, content) in AcceptSelection.Apply(accepted))
        {
            if (ReasonToLeave(Path.Combine(settings.Root, page.Path), page, content.AsSpan()) is not { } reason) written.Add(page.Path);
            else left.AddRange(accepted.Where(finding => finding.Edits.Any(edit => edit.Location.Page == page)).Select(finding => Left(finding, reason)));
        }
        return result with { Diagnostics = left.ToImmutable(), Accepted = written.ToImmutable() };
    }

    private bool IsForced(Diagnostic finding) => !request.ForcedIds.IsEmpty && _forced.Selects(finding);

    private static Diagnostic Refused(Diagnostic finding, string reason) => finding with
    {
        Edits = [],
        Notes = [.. finding.Notes, $"not accepted: {reason}", .. finding.Subject is { } id ? [$"accept it all the same with: {ToolCommand.Here} verify --accept --force-id {ShellWord.Of(id)}"] : Array.Empty<string>()],
    };

    private static Diagnostic Left(Diagnostic finding, string reason) => finding with
    {
        Edits = [],
        Notes = [.. finding.Notes, $"not accepted: {reason}; run the command again"],
    };

    // What somebody wrote since the page was read is not lost.
    private static string? ReasonToLeave(string path, PageText page, ReadOnlySpan<byte> content)
    {
        try
        {
            if (!File.Exists(path) || !RegularFile.Read(path).AsSpan().SequenceEqual(PageEditor.Apply(page, []))) return "the page was changed while it was verified";
            PageFile.Replace(path, content);
            return null;
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            return $"the page cannot be written, and is as it was ({denied.Message}): make room, and let its folder be written to";
        }
    }
}
