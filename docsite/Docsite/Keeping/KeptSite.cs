using System.Collections.Immutable;
using System.Globalization;
using Docsite.Discovery;
using Docsite.Generation;
using Docsite.Pages;
using Docsite.Parsing;
using Docsite.Rendering;
using Docsite.Verification;
using Docsite.Writing;

namespace Docsite.Keeping;

/// <summary>What one build of a site leaves for the next one in the same process: what was made of each page, by all that it was made from.</summary>
/// <remarks>
/// It belongs to one reading of the settings, one runner and one theme; with others, start with a new one. What is made of a rendered
/// page alone hangs on that page, and is kept as long as it.
/// </remarks>
public sealed class KeptSite
{
    private readonly Kept<(string Path, string Hash), PageText> _sources = new();
    private readonly Kept<string, ReadPage> _read = new();
    private readonly Kept<ParsedPage, CheckedPage> _checked = new();
    private readonly Kept<CheckedPage, VariantRuns> _runs = new();
    private readonly Kept<(SourcePage, ParsedPage), SitePage> _pages = new();
    private readonly Kept<string, SitePage> _generated = new();
    private readonly Kept<RenderKey, RenderedPage> _rendered = new();
    private Dictionary<string, OutputFile.Made> _files = new(StringComparer.Ordinal);
    private int _blocks;
    private ImmutableArray<SessionRun>? _own;

    /// <summary>How many runs of blocks this build took from the last one.</summary>
    internal int Blocks => _blocks;

    /// <summary>The files as they were last written.</summary>
    internal WrittenFiles Written { get; } = new();

    /// <summary>A source file's text: the same object for the same bytes.</summary>
    internal PageText Source(string path, string hash, Func<PageText> read) => _sources.Of((path, hash), read);

    /// <summary>A page as it was read, if it and the source files that it names are the same.</summary>
    internal ReadPage Read(SourcePage page, Func<string, PageText?> readSource, Func<Func<string, PageText?>, ParsedPage> parse)
    {
        var key = WordOf(page);
        if (_read.Find(key, kept => kept.Sources.All(source => readSource(source.Path) == source.Text)) is { } same) return same;
        var sources = ImmutableArray.CreateBuilder<(string, PageText?)>();
        var parsed = parse(path =>
        {
            var text = readSource(path);
            sources.Add((path, text));
            return text;
        });
        return _read.Keep(key, new ReadPage(page, parsed, sources.ToImmutable()));
    }

    /// <summary>A page as it was verified, if nothing was found on it.</summary>
    internal CheckedPage? Checked(ParsedPage page)
    {
        var kept = _checked.Find(page);
        if (kept is not null) _ = Interlocked.Add(ref _blocks, kept.Plan.Sessions.Sum(session => session.Steps.Count(step => step is SessionStep.Block)));
        return kept;
    }

    /// <summary>Keeps a page that was verified, if another run of it would give the same.</summary>
    internal void Keep(CheckedPage page)
    {
        if (!page.AllDiagnostics.Any() && page.Verified.Runs.All(run => run.Steps.All(step => step.IsRepeatable))) _ = _checked.Keep(page.Verified.Page, page);
    }

    /// <summary>What the settings gave by themselves; the same for as long as they are.</summary>
    internal async Task<ImmutableArray<SessionRun>> OwnAsync(Func<Task<ImmutableArray<SessionRun>>> run) => _own ??= await run();

    /// <summary>What ran on a page.</summary>
    internal VariantRuns Runs(CheckedPage page, Func<VariantRuns> make) => _runs.Of(page, make);

    /// <summary>A page with all that is said about it.</summary>
    internal SitePage Page(SourcePage source, ParsedPage parsed) => _pages.Of((source, parsed), () => new SitePage(source, parsed));

    /// <summary>A page that no file stands behind.</summary>
    internal SitePage Page(GeneratedPage page) => _generated.Of(WordOf(page), () => new SitePage(page));

    /// <summary>A page as it was rendered, if it, its runs and all that it reads of the site are the same.</summary>
    internal RenderedPage Rendered(RenderInput input, string surroundings, Func<RenderedPage> render) =>
        _rendered.Of(new RenderKey(input.Page, input.Runs, input.Updated, surroundings), render);

    /// <summary>The files of the site, each that is the same as before as the same object, so that what was made of it is found.</summary>
    internal ImmutableArray<OutputFile> Files(ImmutableArray<OutputFile> files)
    {
        var last = _files;
        _files = new Dictionary<string, OutputFile.Made>(StringComparer.Ordinal);
        return [.. files.Select(file => file is OutputFile.Made made ? _files[made.Route] = last.GetValueOrDefault(made.Route) is { } same && same.Content.AsSpan().SequenceEqual(made.Content.AsSpan()) ? same : made : file)];
    }

    /// <summary>Ends a build: what it did not ask for is forgotten.</summary>
    internal void Turn()
    {
        _blocks = 0;
        _sources.Turn();
        _read.Turn();
        _checked.Turn();
        _runs.Turn();
        _pages.Turn();
        _generated.Turn();
        _rendered.Turn();
    }

    private static string WordOf(SourcePage page) => string.Join('\0',
    [
        page.Text.Path, page.Route, $"{page.IsExample} {page.Text.HasByteOrderMark}",
        .. page.Metadata.OrderBy(entry => entry.Key, StringComparer.OrdinalIgnoreCase).SelectMany(entry => new[] { entry.Key, entry.Value }),
        page.Text.Text,
    ]);

    private static string WordOf(GeneratedPage page) => string.Join('\0',
    [
        page.Route, page.Title, page.Description, page.Xref ?? "", page.Order.ToString(CultureInfo.InvariantCulture), $"{page.IsInMenu} {page.Content.GetType().Name}",
        .. page.Places.Select(place => place.ToString()), .. page.Content.Headings.Select(heading => heading.ToString()), page.Content.Text,
    ]);

    /// <summary>A page as it was read.</summary>
    internal sealed record ReadPage(SourcePage Source, ParsedPage Parsed, ImmutableArray<(string Path, PageText? Text)> Sources);

    private sealed record RenderKey(SitePage Page, VariantRuns Runs, string? Updated, string Surroundings);
}
