using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Pages;
using Docsite.Settings;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Caching;

/// <summary>A warning or a note as it is kept, to be told again by a run that has nothing else to do; with a word for the file that it shows a line of.</summary>
internal sealed record StampedFinding(
    string Id, Severity Severity, string Path, string Hash, int Start, int Length, string Message, string? Subject, string? Variant, string? Label, ImmutableArray<string> Notes)
{
    /// <summary>Whether a finding is true only once: what is said about kept results, which are then made anew.</summary>
    internal static bool IsPassing(Diagnostic finding) => finding.Id.StartsWith("DOC09", StringComparison.Ordinal);

    /// <summary>The finding; nothing for an error, and where it cannot be told again from the file that it is about.</summary>
    internal static StampedFinding? Of(Diagnostic finding, SiteSettings settings)
    {
        if (finding.Severity == Severity.Error || !finding.Edits.IsEmpty) return null;
        var (page, span) = (finding.Location.Page, finding.Location.Span);
        var hash = "";
        if (page.Text.Length > 0)
        {
            if (Read(settings, page.Path) is not { } file || file.Page.Text != page.Text) return null;
            hash = file.Hash;
        }
        return new StampedFinding(finding.Id, finding.Severity, page.Path, hash, span.Start, span.Length, finding.Message, finding.Subject, finding.Variant, finding.Label, finding.Notes);
    }

    /// <summary>The finding again; nothing where its file is another one now.</summary>
    internal Diagnostic? Again(SiteSettings settings)
    {
        var page = new PageText(Path, "");
        if (Hash.Length > 0)
        {
            if (Read(settings, Path) is not { } file || file.Hash != Hash) return null;
            page = file.Page;
        }
        return new Diagnostic(Id, Severity, new PageLocation(page, new TextSpan(Start, Length)), Message) { Subject = Subject, Variant = Variant, Label = Label, Notes = Notes };
    }

    private static (PageText Page, string Hash)? Read(SiteSettings settings, string path)
    {
        var full = System.IO.Path.Combine(settings.Root, path);
        if (!File.Exists(full)) return null;
        var bytes = RegularFile.Read(full);
        return (PageDecoder.Decode(path, bytes).Page, FilesDigest.HashOf(bytes));
    }
}
