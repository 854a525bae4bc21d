using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Settings;
using Microsoft.Extensions.FileSystemGlobbing;

namespace Docsite.Discovery;

/// <summary>The files and folders that the settings leave out, and the patterns that leave out none.</summary>
internal sealed class ExcludedFiles(SiteSettings settings)
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };

    private readonly ImmutableArray<Pattern> _patterns = [.. settings.ExcludedPaths.Select(path => new Pattern(path))];
    private readonly HashSet<Pattern> _met = [];

    /// <summary>Whether a path is left out.</summary>
    public bool Contains(string path)
    {
        var matching = _patterns.Where(pattern => pattern.IsMatch(path)).ToList();
        _met.UnionWith(matching);
        return matching is not [];
    }

    /// <summary>The patterns that nothing matched, once all folders were walked. A path that is not there was meant to be; of a pattern that may be yet to come.</summary>
    public IEnumerable<Diagnostic> Findings()
    {
        if (_patterns.All(_met.Contains)) return [];
        // What lies in a folder that is left out, or starts with a word that nothing is published by, was not come by.
        var paths = settings.InputPaths.Concat(settings.ExamplePaths).SelectMany(Below).ToList();
        return _patterns.Where(pattern => !_met.Contains(pattern) && !paths.Exists(pattern.IsMatch)).Select(pattern => new Diagnostic(
            DiagnosticIds.NothingMatches, pattern.IsPath ? Severity.Error : Severity.Warning, settings.Places.Of("ExcludedPaths", pattern.Text),
            $"'{pattern.Text}' of ExcludedPaths leaves nothing out{(pattern.IsPath ? NearestWord.Question(pattern.Text, paths) : "")}")
        {
            Notes = [$"it is compared with whole paths from the folder of {SettingsPlaces.File} on, e.g. {settings.InputPaths[0]}/drafts/** or **/draft-*.md"],
        });
    }

    private IEnumerable<string> Below(string folder)
    {
        var full = Path.Combine(settings.Root, folder);
        return !Directory.Exists(full) ? [] : Directory.EnumerateFileSystemEntries(full, "*", Everything).Select(path => $"{folder}/{Path.GetRelativePath(full, path).Replace('\\', '/')}");
    }

    private sealed class Pattern
    {
        private readonly Matcher _matcher = new(StringComparison.Ordinal);

        public Pattern(string text)
        {
            Text = text;
            _matcher.AddInclude(text);
        }

        public string Text { get; }

        public bool IsPath => !Text.Contains('*', StringComparison.Ordinal);

        public bool IsMatch(string path) => _matcher.Match(path).HasMatches;
    }
}
