namespace Docsite.Cli.Commands;

/// <summary>How blocks are run.</summary>
/// <param name="Configuration">The configuration the settings' projects are built in.</param>
/// <param name="IsBuilt">Whether they count as built.</param>
/// <param name="IsCached">Whether results are kept and used.</param>
/// <param name="Workers">How many sessions run at a time; nothing for one on each processor.</param>
/// <param name="IsCounted">Whether it is noted which members run.</param>
internal sealed record RunnerOptions(string Configuration, bool IsBuilt, bool IsCached, int? Workers, bool IsCounted);
