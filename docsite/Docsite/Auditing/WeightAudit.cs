using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Docsite.Diagnostics;
using Docsite.Discovery;
using Docsite.Pages;
using Docsite.Rendering;
using Docsite.Writing;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Auditing;

/// <summary>No page weighs more than the settings allow, as a server sends it: its HTML, and all that a browser asks for at first.</summary>
internal sealed partial class WeightAudit : IAudit
{
    public IEnumerable<Diagnostic> Check(AuditedSite site)
    {
        var weights = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        long WeightOf(string route) => weights.GetOrAdd(route, one => site.Files.GetValueOrDefault(one) is { } file ? Compressed(file) : 0);
        return site.Pages.AsParallel().AsOrdered().SelectMany(page => Check(page.Rendered, WeightOf)).ToList();
    }

    private static IEnumerable<Diagnostic> Check(RenderedPage page, Func<string, long> weightOf)
    {
        var limits = page.Input.Settings.Limits;
        var html = weightOf(page.Page.Route);
        var asked = Asked().Matches(page.Html).Select(match => match.Groups["address"].Value).Where(address => !LinkResolver.IsExternal(address))
            .Select(address => Route.Combine(Route.FolderOf(page.Page.Route), address)).OfType<string>().Distinct().ToList();
        var all = html + asked.Sum(weightOf);
        if (html > limits.Html) yield return Finding(page, $"the page weighs {Size(html)}", $"its HTML may weigh {Size(limits.Html)} (the setting Limits: Html)");
        if (all > limits.FirstVisit) yield return Finding(page, $"a first visit loads {Size(all)}", $"it may load {Size(limits.FirstVisit)} (the setting Limits: FirstVisit)");
        if (asked.Count + 1 > limits.Requests)
        {
            yield return Finding(page, string.Create(CultureInfo.InvariantCulture, $"a first visit asks for {asked.Count + 1} files"), string.Create(CultureInfo.InvariantCulture, $"it may ask for {limits.Requests} (the setting Limits: Requests)"));
        }
    }

    private static long Compressed(OutputFile file)
    {
        // A file that is gone is found when it is copied.
        if (file is OutputFile.Copied copied && !File.Exists(copied.FullPath)) return 0;
        using var counted = new MemoryStream();
        using (var gzip = new GZipStream(counted, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(file is OutputFile.Made made ? made.Content.AsSpan() : File.ReadAllBytes(((OutputFile.Copied)file).FullPath));
        }
        return counted.Length;
    }

    private static string Size(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.0} KiB");

    private static Diagnostic Finding(RenderedPage page, string message, string note) =>
        new(DiagnosticIds.PageTooHeavy, Severity.Warning, new PageLocation(page.Page.Source.Text, new TextSpan(0, 0)), message) { Notes = [note] };

    // Pictures that are loaded when they come into sight are not among them.
    [GeneratedRegex("""<(link rel="(stylesheet|icon)" href|script src|img (?![^>]*loading="lazy")[^>]*?src|source [^>]*?src)="(?<address>[^"#?]+)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Asked();
}
