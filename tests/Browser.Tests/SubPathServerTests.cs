using System.Net;

namespace Browser.Tests;

/// <summary>The server that the pages are read from has to behave like a shared host, or the browser's word means nothing.</summary>
public sealed class SubPathServerTests(Chromium chromium)
{
    [Theory]
    [InlineData("", HttpStatusCode.OK)]
    [InlineData("index.html", HttpStatusCode.OK)]
    [InlineData("no-such-page.html", HttpStatusCode.NotFound)]
    [InlineData("../index.html", HttpStatusCode.NotFound)]
    public async Task Only_what_lies_below_the_sub_path_is_served(string path, HttpStatusCode expected)
    {
        using var server = new SubPathServer(chromium.Site.Folder);
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(server.Base + path), TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.StatusCode);
    }
}
