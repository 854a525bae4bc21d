namespace Docsite;

/// <summary>How much of a site was verified. A block that runs in three variants is one block and three runs.</summary>
/// <param name="Pages">Pages read.</param>
/// <param name="Blocks">Blocks that were compiled or run.</param>
/// <param name="Runs">Compilations and runs of blocks.</param>
/// <param name="Values">Values stated in comments and prose, one a variant.</param>
/// <param name="Outputs">Output fences.</param>
/// <param name="Figures">Figure fences.</param>
/// <param name="Claims">Claims with a run.</param>
/// <param name="Ignored">Blocks that say why they are not run.</param>
public sealed record SiteSummary(int Pages, int Blocks, int Runs, int Values, int Outputs, int Figures, int Claims, int Ignored);
