using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Docsite.Xunit;

/// <summary>Gives a theory one row for each block and prose value of a site: its id, and a <see cref="SiteBlock"/> to verify.</summary>
/// <remarks>
/// <code>
/// [Theory, BlocksOf("docs")]
/// public Task Holds(SiteBlock block) => block.VerifyAsync(TestContext.Current.CancellationToken);
/// </code>
/// The site is read to find the rows and run once, when the first row is verified. A block that says why it is not run is skipped for that reason.
/// Rows have the traits <c>Page</c> and <c>Block</c>: <c>--filter-trait "Page=learn/pins"</c>.
/// </remarks>
/// <param name="site">The folder of <c>docsite.yml</c>; a relative path is tried from the test's folder and from each folder above it.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BlocksOfAttribute(string site) : DataAttribute
{
    /// <summary>The folder of <c>docsite.yml</c>.</summary>
    public string Site => site;

    /// <summary>The configuration that the site's projects are built in.</summary>
    public string Configuration { get; set; } = "Debug";

    /// <summary>Whether the site's projects are taken as they were last built.</summary>
    public bool IsBuilt { get; set; }

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var address = new SiteAddress(Site, Configuration, IsBuilt);
        var opened = VerifiedSites.Open(address);
        // A file that cannot be read may hide blocks, which must not be missing in silence.
        var unread = opened.Unread.Select(finding => finding.Location.Page.Path).Distinct().Select(path => new TheoryDataRow<SiteBlock>(new SiteBlock(address, path))
        {
            Label = "",
            TestDisplayName = $"{path} can be read",
            Traits = { ["Page"] = [path], ["Block"] = [path] },
        });
        var rows = opened.Steps.Select(step => new TheoryDataRow<SiteBlock>(new SiteBlock(address, step.Step.Id))
        {
            Label = "",
            TestDisplayName = $"{step.Step.Id} {step.Promise}",
            Skip = step.IsIgnored ? step.Promise : null,
            Traits = { ["Page"] = [step.Step.Id.Split('#')[0]], ["Block"] = [step.Step.Id] },
        });
        return new([.. rows, .. unread]);
    }

    /// <inheritdoc/>
    // Rows that are known before they run can be chosen by name.
    public override bool SupportsDiscoveryEnumeration() => true;
}
