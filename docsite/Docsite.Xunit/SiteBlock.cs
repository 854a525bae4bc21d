using Docsite.Diagnostics;
using Xunit.Sdk;

namespace Docsite.Xunit;

/// <summary>A block or prose value of a site, to be verified by a test.</summary>
public sealed class SiteBlock : IXunitSerializable
{
    private SiteAddress _site;

    /// <summary>For the runner, which fills it in.</summary>
    public SiteBlock()
    {
    }

    internal SiteBlock(SiteAddress site, string id) => (_site, Id) = (site, id);

    /// <summary><c>page#name</c>.</summary>
    public string Id { get; private set; } = "";

    /// <summary>Runs the site, unless another block has, and looks at what was found about this one.</summary>
    /// <exception cref="BlockException">Something that the block states does not hold; the findings are in the message.</exception>
    public async Task VerifyAsync(CancellationToken cancellation)
    {
        var site = VerifiedSites.Open(_site);
        // A file that hides blocks is a row of its own, and a page that the tool fails over fails with all of them.
        var errors = site.Unread.Where(finding => finding.Location.Page.Path == Id).ToList();
        if (errors.Count == 0) errors = [.. (await site.FindingsAsync(cancellation)).Where(finding => finding.Severity == Severity.Error && site.IsAbout(finding, Id))];
        if (errors.Count > 0) throw new BlockException(string.Concat(errors.Select(TextReport.Of)));
    }

    /// <inheritdoc/>
    public void Serialize(IXunitSerializationInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        info.AddValue(nameof(Id), Id);
        info.AddValue(nameof(SiteAddress.Site), _site.Site);
        info.AddValue(nameof(SiteAddress.Configuration), _site.Configuration);
        info.AddValue(nameof(SiteAddress.IsBuilt), _site.IsBuilt);
    }

    /// <inheritdoc/>
    public void Deserialize(IXunitSerializationInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        Id = info.GetValue<string>(nameof(Id))!;
        _site = new SiteAddress(info.GetValue<string>(nameof(SiteAddress.Site))!, info.GetValue<string>(nameof(SiteAddress.Configuration))!, info.GetValue<bool>(nameof(SiteAddress.IsBuilt)));
    }

    /// <inheritdoc/>
    public override string ToString() => Id;
}
