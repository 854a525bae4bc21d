using System.Collections.Immutable;
using Docsite.Caching;
using Docsite.Diagnostics;

namespace Docsite;

/// <summary>What came of a run over a site.</summary>
/// <param name="Diagnostics">All findings, sorted by place.</param>
/// <param name="Summary">What was verified.</param>
public sealed record SiteResult(ImmutableArray<Diagnostic> Diagnostics, SiteSummary Summary)
{
    /// <summary>Where the site was written; nothing when it was not.</summary>
    public string? WrittenTo { get; init; }

    /// <summary>A word for the files that were written there; empty when none were.</summary>
    public string WrittenDigest { get; init; } = "";

    /// <summary>Whether it is what an earlier run gave, since nothing has changed.</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>The source files that the pages name.</summary>
    public ImmutableArray<SourceState> Sources { get; init; } = [];

    /// <summary>The pages that accepting changed.</summary>
    public ImmutableArray<string> Accepted { get; init; } = [];

    /// <summary>The blocks and prose values that were verified, and those that say why they are not.</summary>
    public ImmutableArray<PlannedStep> Steps { get; init; } = [];

    /// <summary>What only a run of the whole site tells of the pages, a clause each; empty where all pages were verified.</summary>
    public ImmutableArray<string> LeftToWhole { get; init; } = [];

    /// <summary>How many of the runs of blocks came from the cache.</summary>
    public int Cached { get; init; }

    /// <summary>Whether the tool itself failed over a page.</summary>
    public bool HasDefects => Diagnostics.Any(diagnostic => diagnostic.Id == DiagnosticIds.ToolDefect);

    /// <summary>Whether any finding is an error.</summary>
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);
}
