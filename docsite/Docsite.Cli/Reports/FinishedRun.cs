namespace Docsite.Cli.Reports;

/// <summary>A run that a report is about.</summary>
/// <param name="Result">What came of it.</param>
/// <param name="Root">The site's folder.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record FinishedRun(SiteResult Result, string Root, TimeSpan Elapsed);
