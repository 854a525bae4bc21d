using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>Every page, as different readers meet it.</summary>
public sealed class ReadingTests(Chromium chromium)
{
    private static readonly View[] Views =
    [
        new(), new(Dark: true), new(Width: 320), new(Dark: true, Width: 320), new(JavaScript: false), new(Width: 320, JavaScript: false),
    ];

    [Fact]
    public async Task Axe_finds_nothing_in_either_scheme_at_either_width()
    {
        var found = new List<string>();
        foreach (var page in chromium.Site.Pages)
        {
            foreach (var view in Views.Where(view => view.JavaScript))
            {
                await using var open = await chromium.OpenAsync(page, view);
                var result = await open.Page.RunAxe(new AxeRunOptions
                {
                    RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"),
                });
                found.AddRange(result.Violations.SelectMany(v => v.Nodes.Select(node => $"{page} {view}: {v.Id} at {node.Html}")));
            }
        }
        Assert.Empty(found);
    }

    [Fact]
    public async Task Nothing_overflows_complains_or_leaves_the_site()
    {
        using var server = new SubPathServer(chromium.Site.Folder);
        var found = new List<string>();
        foreach (var page in chromium.Site.Pages)
        {
            foreach (var view in Views.Append(new View { Base = server.Base }))
            {
                await using var open = await chromium.OpenAsync(page, view);
                var overflow = await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                if (overflow > 0) found.Add($"{page} {view}: {overflow} px too wide");
                found.AddRange(open.Complaints.Select(complaint => $"{page} {view}: {complaint}"));
                var own = view.Base ?? "file://" + chromium.Site.Folder;
                found.AddRange(open.Requests.Where(url => !url.StartsWith(own, StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal))
                    .Select(url => $"{page} {view}: asked for {url}"));
            }
        }
        Assert.Empty(found);
    }

    [Fact]
    public async Task Every_word_is_there_without_scripts()
    {
        foreach (var page in chromium.Site.Pages)
        {
            await using var with = await chromium.OpenAsync(page, new View());
            await using var without = await chromium.OpenAsync(page, new View(JavaScript: false));
            Assert.Equal(await Words(with.Page), await Words(without.Page));
        }
    }

    [Fact]
    public async Task No_label_leaves_its_box_in_any_picture()
    {
        // A label belongs to the boxes that stand beside it in its group; the legend's labels stand next to theirs.
        const string Measure = """
            () => {
                const groups = [...document.querySelectorAll('figure svg g:not(.legend, .legend *)')]
                    .filter(group => group.querySelector(':scope > rect') && group.querySelector(':scope > text'));
                const inside = (t, box) => t.x >= box.x - 0.5 && t.x + t.width <= box.x + box.width + 0.5
                    && t.y >= box.y - 0.5 && t.y + t.height <= box.y + box.height + 0.5;
                const labels = groups.flatMap(group => [...group.querySelectorAll(':scope > text')].map(text =>
                    ({ text: text.textContent, fits: [...group.querySelectorAll(':scope > rect')].some(rect => inside(text.getBBox(), rect.getBBox())) })));
                return [String(labels.length), ...labels.filter(label => !label.fits).map(label => label.text)];
            }
            """;
        var measured = 0;
        foreach (var page in chromium.Site.Pages)
        {
            await using var open = await chromium.OpenAsync(page, new View());
            await open.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
            var found = await open.Page.EvaluateAsync<string[]>(Measure);
            measured += int.Parse(found[0], System.Globalization.CultureInfo.InvariantCulture);
            Assert.Empty(found[1..]);
        }
        Assert.NotEqual(0, measured);
    }

    private static Task<string[]> Words(IPage page) =>
        page.EvaluateAsync<string[]>("() => document.querySelector('main').textContent.split(/\\s+/).filter(word => word.length > 0)");
}
