namespace Docsite.Rendering;

/// <summary>A sentence that the page tests.</summary>
/// <param name="Id">As the fence names it, e.g. <c>M15</c>; its anchor is <c>claim-M15</c>.</param>
/// <param name="Verdict">One of the settings' verdict words.</param>
/// <param name="Runs">How many blocks inside ran.</param>
/// <param name="Content">The rendered inside.</param>
public sealed record ClaimModel(string Id, string Verdict, int Runs, string Content);
