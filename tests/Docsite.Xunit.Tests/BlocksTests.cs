using Xunit.Sdk;

namespace Docsite.Xunit.Tests;

/// <summary>Blocks as rows of a theory, the way another project's tests would have them.</summary>
public sealed class BlocksTests
{
    [Theory, BlocksOf("tests/Docsite.Xunit.Tests/Cases/holds", IsBuilt = true)]
    public Task Everything_that_the_pages_state_holds(SiteBlock block) => block.VerifyAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_row_fails_with_the_finding_about_its_own_block()
    {
        var rows = await RowsAsync(new BlocksOfAttribute("tests/Docsite.Xunit.Tests/Cases/spoilt") { IsBuilt = true });
        Assert.Equal(["index#good runs", "index#bad runs", "index#left is not run: for a stated reason"], rows.Select(row => row.TestDisplayName));
        Assert.Equal("is not run: for a stated reason", rows[2].Skip);
        await Block(rows[0]).VerifyAsync(TestContext.Current.CancellationToken);
        var failure = await Assert.ThrowsAsync<BlockException>(() => Block(rows[1]).VerifyAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith("content/index.md(11,14): error DOC0201: value differs [index#bad]", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_is_chosen_by_its_page_or_name_and_survives_the_way_to_the_runner()
    {
        var attribute = new BlocksOfAttribute("tests/Docsite.Xunit.Tests/Cases/spoilt") { IsBuilt = true };
        Assert.True(attribute.SupportsDiscoveryEnumeration());
        var row = (await RowsAsync(attribute))[1];
        Assert.Equal(("index", "index#bad"), (Assert.Single(row.Traits!["Page"]), Assert.Single(row.Traits["Block"])));
        var serialized = SerializationHelper.Instance.Serialize(Block(row));
        var block = Assert.IsType<SiteBlock>(SerializationHelper.Instance.Deserialize(serialized));
        Assert.Equal("index#bad", block.Id);
        _ = await Assert.ThrowsAsync<BlockException>(() => block.VerifyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_page_that_cannot_be_read_is_a_row_of_its_own_and_fails()
    {
        var rows = await RowsAsync(new BlocksOfAttribute("tests/Docsite.Xunit.Tests/Cases/unread") { IsBuilt = true });
        Assert.Equal(["index#good runs", "content/latin.md can be read"], rows.Select(row => row.TestDisplayName));
        await Block(rows[0]).VerifyAsync(TestContext.Current.CancellationToken);
        var failure = await Assert.ThrowsAsync<BlockException>(() => Block(rows[1]).VerifyAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith("content/latin.md(1,2): error DOC0110: the byte 0xE9 is not UTF-8", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_the_settings_fails_every_row()
    {
        var rows = await RowsAsync(new BlocksOfAttribute("tests/Docsite.Xunit.Tests/Cases/settings") { IsBuilt = true });
        var failure = await Assert.ThrowsAsync<BlockException>(() => Block(Assert.Single(rows)).VerifyAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith("docsite.yml(6,8): error DOC0408: era B cannot be declared: CS0029", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_that_is_not_there_is_an_error() =>
        Assert.Contains("nowhere", (await Assert.ThrowsAsync<BlockException>(() => RowsAsync(new BlocksOfAttribute("nowhere")))).Message, StringComparison.Ordinal);

    private static async Task<ITheoryDataRow[]> RowsAsync(BlocksOfAttribute attribute)
    {
        await using var tracker = new DisposalTracker();
        return [.. await attribute.GetData(null!, tracker)];
    }

    private static SiteBlock Block(ITheoryDataRow row) => (SiteBlock)row.GetData()[0]!;
}
