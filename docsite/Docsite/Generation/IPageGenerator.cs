namespace Docsite.Generation;

/// <summary>Makes pages that no file stands behind, from what was verified.</summary>
/// <remarks>They take part in everything that Markdown files do: addresses, menu, neighbours, <c>xref:</c> links, audits, search.</remarks>
public interface IPageGenerator
{
    /// <summary>Makes the pages; the same site gives the same pages.</summary>
    GeneratedPages Generate(VerifiedSite site);
}
