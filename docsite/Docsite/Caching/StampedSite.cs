using System.Collections.Immutable;
using System.Text.Json;
using Docsite.Diagnostics;
using Docsite.Execution;
using Docsite.Pages;
using Docsite.Settings;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Caching;

/// <summary>Knows whether a whole run would give what the last one gave, from the content of all files that it would read and of those that it wrote.</summary>
/// <remarks>A run with an error leaves no stamp; the warnings and notes of the others are told again.</remarks>
public sealed class StampedSite
{
    private const string Mark = "docsite-site";

    private readonly SiteSettings _settings;
    private readonly string _label;
    private readonly string _path;
    private readonly (string Content, string Times)? _looked;
    private readonly List<Diagnostic> _findings = [];

    /// <summary>Looks at the site's files, before a run does.</summary>
    /// <param name="settings">The site.</param>
    /// <param name="folder">Where it is kept, as <see cref="RunFolders"/> says.</param>
    /// <param name="options">What else decides about the run: the text of the settings file, the options.</param>
    public StampedSite(SiteSettings settings, string folder, string options)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
        _label = $"{Path.GetFullPath(settings.Root)}\n{Output}\n{options}";
        _path = Path.Combine(folder, $"site-{SessionKey.HashOf(_label)[..8]}.stamp");
        _looked = SiteInputs.Look(settings);
    }

    /// <summary>What is wrong with what was kept; notes, since everything is done again.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => [.. _findings];

    private string Output => Path.GetFullPath(Path.Combine(_settings.Root, _settings.OutputPath));

    /// <summary>What the last run gave, if this one would give the same.</summary>
    /// <param name="environment">What blocks see, if the projects are as they were last built; asked for only where there is a stamp.</param>
    /// <param name="isWritten">Whether the site has to lie at its place as well.</param>
    public SiteResult? Unchanged(Func<BlockEnvironment?> environment, bool isWritten)
    {
        ArgumentNullException.ThrowIfNull(environment);
        if (Read() is not { } stamp || environment() is not { } seen) return null;
        if (Inputs(seen) != stamp.Inputs || !stamp.Sources.All(source => source.IsSame(_settings))) return null;
        if (isWritten && (stamp.Output.Length == 0 || OutputDigest(Output) != stamp.Output)) return null;
        var findings = stamp.Findings.Select(finding => finding.Again(_settings)).ToList();
        return findings.Contains(null) ? null : new SiteResult([.. findings.OfType<Diagnostic>()], stamp.Summary) { Cached = stamp.Summary.Runs, IsUnchanged = true, WrittenTo = isWritten ? _settings.OutputPath : null };
    }

    /// <summary>Keeps what a run gave, if it holds and nothing was touched while it ran.</summary>
    /// <param name="result">What it gave.</param>
    /// <param name="environment">What its blocks saw.</param>
    public void Keep(SiteResult result, BlockEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(result);
        var findings = result.Diagnostics.Where(finding => !StampedFinding.IsPassing(finding)).Select(finding => StampedFinding.Of(finding, _settings)).ToList();
        if (findings.Contains(null) || _looked is null || SiteInputs.Look(_settings) != _looked || Inputs(environment) is not { } inputs) return;
        try
        {
            var stamp = new SiteStamp(_label, inputs, result.Sources, result.WrittenDigest, result.Summary, [.. findings.OfType<StampedFinding>()]);
            SealedFile.Write(_path, Mark, JsonSerializer.SerializeToUtf8Bytes(stamp, SiteStampContext.Default.SiteStamp));
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            Note(DiagnosticIds.CacheNotWritten, $"that the site is verified is not kept: {denied.Message}");
        }
    }

    /// <summary>A word for the files of a written site.</summary>
    internal static string OutputDigest(string folder)
    {
        using var digest = new FilesDigest();
        digest.AddFolder(folder, _ => true);
        return digest.Content;
    }

    /// <summary>The same word for a site that was just written.</summary>
    /// <param name="folder">Where it lies.</param>
    /// <param name="files">All its files, as <see cref="FilesDigest.AddWritten"/> takes them.</param>
    internal static string OutputDigest(string folder, IEnumerable<(string Name, ReadOnlyMemory<byte>? Content)> files)
    {
        using var digest = new FilesDigest();
        digest.AddWritten(folder, files);
        return digest.Content;
    }

    private string? Inputs(BlockEnvironment environment) =>
        _looked is { } files && SiteInputs.Around(_settings, environment) is { } around ? $"{files.Content} {around}" : null;

    private SiteStamp? Read()
    {
        try
        {
            if (SealedFile.Read(_path, Mark, out var isOfOtherVersion) is not { } content)
            {
                if (isOfOtherVersion) Note(DiagnosticIds.ForeignCacheEntry, "what was kept about the last run is ignored: another version of the tool made it");
                return null;
            }
            var stamp = JsonSerializer.Deserialize(content.Span, SiteStampContext.Default.SiteStamp)!;
            if (stamp.Label == _label) return stamp;
            Note(DiagnosticIds.ForeignCacheEntry, "what was kept about the last run is ignored: it belongs to another site or to other options");
        }
        catch (Exception error) when (error is InvalidDataException or JsonException or IOException or UnauthorizedAccessException)
        {
            Note(DiagnosticIds.CorruptCacheEntry, $"what was kept about the last run is ignored: {error.Message}");
        }
        return null;
    }

    private void Note(string id, string message)
    {
        var file = new PageText($"{RunFolders.NameOf(Path.GetDirectoryName(_path)!)}/{Path.GetFileName(_path)}", "");
        _findings.Add(new Diagnostic(id, Severity.Note, new PageLocation(file, new TextSpan(0, 0)), message));
    }
}
