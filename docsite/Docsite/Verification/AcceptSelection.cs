using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Pages;

namespace Docsite.Verification;

/// <summary>Which findings <c>verify --accept</c> mends.</summary>
public sealed record AcceptSelection
{
    /// <summary>Ids of blocks, <c>pins#elevate</c>, or of whole pages, <c>pins</c>; empty for all.</summary>
    public ImmutableArray<string> Ids { get; init; } = [];

    /// <summary>Files and folders, relative to the site's root; empty for all.</summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    /// <summary>Whether a finding is among those to mend.</summary>
    public bool Selects(Diagnostic finding) =>
        !finding.Edits.IsEmpty
        && (Ids.IsEmpty || Ids.Any(id => finding.Subject == id || finding.Subject?.StartsWith(id + "#", StringComparison.Ordinal) == true))
        && (Paths.IsEmpty || Paths.Any(path => PageFilter.IsAt(finding.Location.Page.Path, path)));

    /// <summary>The new content of every page that one of the findings would change.</summary>
    public static ImmutableArray<(PageText Page, ImmutableArray<byte> Content)> Apply(IEnumerable<Diagnostic> findings) =>
    [
        .. findings
            .SelectMany(finding => finding.Edits)
            .GroupBy(edit => edit.Location.Page)
            .Select(edits => (edits.Key, PageEditor.Apply(edits.Key, edits).ToImmutableArray())),
    ];
}
