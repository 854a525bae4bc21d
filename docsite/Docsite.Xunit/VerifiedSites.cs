using System.Collections.Concurrent;

namespace Docsite.Xunit;

/// <summary>The sites of a test process, each read once.</summary>
internal static class VerifiedSites
{
    private static readonly ConcurrentDictionary<SiteAddress, Lazy<VerifiedSite>> Opened = new();

    internal static VerifiedSite Open(SiteAddress address) =>
        Opened.GetOrAdd(address with { Site = Find(address.Site) }, key => new(() => new VerifiedSite(key.Site, key.Configuration, key.IsBuilt))).Value;

    private static string Find(string site)
    {
        for (var from = AppContext.BaseDirectory; from is not null; from = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(from)))
        {
            var folder = Path.GetFullPath(Path.Combine(from, site));
            if (File.Exists(Path.Combine(folder, "docsite.yml"))) return folder;
        }
        throw new BlockException($"There is no docsite.yml in '{site}', seen from {AppContext.BaseDirectory} or a folder above it.");
    }
}
