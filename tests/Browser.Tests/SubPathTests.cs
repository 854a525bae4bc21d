namespace Browser.Tests;

/// <summary>The site below a sub-path of a shared host.</summary>
public sealed class SubPathTests(Chromium chromium)
{
    [Fact]
    public async Task EveryFolderOfPagesFindsItsFiles()
    {
        using var server = new SubPathServer(chromium.Site.Folder);
        var found = new List<string>();
        foreach (var page in chromium.Site.Pages.DistinctBy(Path.GetDirectoryName))
        {
            await using var open = await chromium.OpenAsync(page, new View { Base = server.Base });
            found.AddRange(open.Complaints);
            found.AddRange(open.Requests.Where(url => !url.StartsWith(server.Base, StringComparison.Ordinal)));
        }
        Assert.Empty(found);
    }
}
