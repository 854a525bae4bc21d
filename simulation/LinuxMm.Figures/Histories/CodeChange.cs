namespace LinuxMm.Figures;

/// <summary>One change of the code, or one that was proposed.</summary>
/// <param name="When">The release, or the month of what never was in one.</param>
/// <param name="Commit">Its commit, at least twelve digits.</param>
/// <param name="What">What it changed, in a sentence without an end.</param>
/// <param name="IsMerged">False for what was refused.</param>
/// <param name="Era">The era that begins with it, or null.</param>
public sealed record CodeChange(string When, string Commit, string What, bool IsMerged = true, KernelEra? Era = null);
