using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Docsite.Settings;

namespace Docsite.Caching;

/// <summary>The last run over a whole site that found no error: what it was made from, and what came of it.</summary>
/// <param name="Label">The site's folder and the options, so that a stamp of another run is noticed.</param>
/// <param name="Inputs">A word for all that the run was made from but the sources.</param>
/// <param name="Sources">The source files that pages name, as they were read.</param>
/// <param name="Output">A word for the files that were written; empty where the run wrote none.</param>
/// <param name="Summary">What was verified.</param>
/// <param name="Findings">Its warnings and notes.</param>
internal sealed record SiteStamp(string Label, string Inputs, ImmutableArray<SourceState> Sources, string Output, SiteSummary Summary, ImmutableArray<StampedFinding> Findings);

/// <summary>A source file that pages name, as it was when it was read.</summary>
/// <param name="Path">Path from the settings file.</param>
/// <param name="Hash">A word for its bytes; empty where it could not be read.</param>
public sealed record SourceState(string Path, string Hash)
{
    /// <summary>Whether it is still what was read.</summary>
    public bool IsSame(SiteSettings settings) => SourceFiles.HashOf(settings, Path) == Hash;
}

[JsonSerializable(typeof(SiteStamp))]
internal sealed partial class SiteStampContext : JsonSerializerContext;
