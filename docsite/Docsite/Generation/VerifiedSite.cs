using System.Collections.Immutable;
using Docsite.Discovery;
using Docsite.Keeping;
using Docsite.Rendering;
using Docsite.Settings;

namespace Docsite.Generation;

/// <summary>The published pages and all that ran on them, before anything is rendered.</summary>
/// <param name="Settings">The site's settings.</param>
/// <param name="Pages">The pages in ordinal order of their paths.</param>
/// <param name="RunsOf">What ran on a page.</param>
public sealed record VerifiedSite(SiteSettings Settings, ImmutableArray<SitePage> Pages, Func<SitePage, VariantRuns> RunsOf)
{
    /// <summary>What an earlier build left.</summary>
    internal KeptSite Kept { get; init; } = new();
}
