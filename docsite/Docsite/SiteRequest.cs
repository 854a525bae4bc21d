using System.Collections.Immutable;
using Docsite.Diagnostics;

namespace Docsite;

/// <summary>What is asked of a run over a site.</summary>
public sealed record SiteRequest
{
    /// <summary>Starts the pages in another order than theirs, one for each number; what comes of it must not depend on that.</summary>
    public int? Shuffle { get; init; }

    /// <summary>Write the site when nothing was found.</summary>
    public bool Write { get; init; }

    /// <summary>Write what the blocks really gave into the pages.</summary>
    public bool Accept { get; init; }

    /// <summary>Run every block once more in other surroundings, and find what comes out differently.</summary>
    public bool Twice { get; init; }

    /// <summary>Pages or folders to verify, relative to the settings file; empty for all.</summary>
    public ImmutableArray<string> Pages { get; init; } = [];

    /// <summary>Blocks to accept, as findings name them; empty for all of the pages.</summary>
    public ImmutableArray<string> Ids { get; init; } = [];

    /// <summary>Blocks to accept even where that is refused otherwise: what vanished, threw, or differs between two runs.</summary>
    public ImmutableArray<string> ForcedIds { get; init; } = [];

    /// <summary>Asked before a finding is accepted; nothing to accept all.</summary>
    public Func<Diagnostic, bool>? Ask { get; init; }
}
