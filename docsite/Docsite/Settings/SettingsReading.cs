using System.Collections.Immutable;
using Docsite.Diagnostics;

namespace Docsite.Settings;

/// <summary>What came of reading <c>docsite.yml</c>.</summary>
/// <param name="Settings">The settings; where a value could not be read, its default.</param>
/// <param name="Diagnostics">What is wrong in the file; with an error among them nothing is built.</param>
public sealed record SettingsReading(SiteSettings Settings, ImmutableArray<Diagnostic> Diagnostics);
