using Docsite.Diagnostics;

namespace Docsite.Xunit;

/// <summary>A block or prose value of a site, to be verified by a test.</summary>
public sealed class SiteBlock
{
    private readonly VerifiedSite _site;

    internal SiteBlock(VerifiedSite site, string id) => (_site, Id) = (site, id);

    /// <summary><c>page#name</c>.</summary>
    public string Id { get; }

    /// <summary>Runs the site, unless another block has, and looks at what was found about this one.</summary>
    /// <exception cref="BlockException">Something that the block states does not hold; the findings are in the message.</exception>
    public async Task VerifyAsync(CancellationToken cancellation)
    {
        var errors = (await _site.FindingsAsync(cancellation)).Where(finding => finding.Subject == Id && finding.Severity == Severity.Error).ToList();
        if (errors.Count > 0) throw new BlockException(string.Concat(errors.Select(TextReport.Of)));
    }

    /// <inheritdoc/>
    public override string ToString() => Id;
}
