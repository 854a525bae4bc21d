using Docsite.Display;
using Docsite.Rendering;

namespace Site.Tests.Themes;

/// <summary>Small models to render.</summary>
internal static class Models
{
    public static PageModel Page { get; } = new()
    {
        Title = "Über Pins & „Promises“",
        Description = "What a \"pin\" is.",
        Content = "<h1>Über Pins</h1>\n<div class=\"heading\"><h2 id=\"why\">Why</h2></div>\n",
        Route = "learn/pins.html",
        ToRoot = "../",
        SiteTitle = "Frame Vectors",
        Breadcrumbs = [new MenuEntry("Frame Vectors", "../index.html", false, []), new MenuEntry("Learn", null, false, [])],
        Menu =
        [
            new MenuEntry("Home", "../index.html", false, []),
            new MenuEntry("Learn", null, false, [new MenuEntry("Pins", "pins.html", true, []), new MenuEntry("Races", "races.html", false, [])]),
        ],
        Headings = [new HeadingModel("pins", "Pins", 1), new HeadingModel("why", "Why", 2)],
        Previous = new PageLink("Home", "../index.html"),
        Next = new PageLink("Races", "races.html"),
        Verified = new VerifiedSummary(1, 2, 0, 1, 0) { Variants = ["era A", "era C3"], Ignored = ["needs a kernel"] },
    };

    public static FigureModel Figure(int steps) => new("dma", 2, new Picture("After free", [.. Enumerable.Range(1, steps).Select(Step)]), "");

    public static CodeModel Code { get; } = new()
    {
        Id = "pin",
        Language = "csharp",
        Status = CodeStatus.Verified,
        Lines =
        [
            new CodeLine([new CodeToken("using", "k"), new CodeToken(" LinuxMm;", "")], false, true),
            new CodeLine([new CodeToken("a < b", ""), new CodeToken("  ", ""), new CodeToken("// => true", "v")], true, false),
        ],
        Outputs = [new OutputModel("one", "era A"), new OutputModel("two <2>", "eras B2, C3")],
        Variants = "eras A, B2, C3",
    };

    private static PictureStep Step(int number) => new(
        $"call {number}", $"Caption {number}.", $"state {number}", $"<svg id=\"dma-{number}-svg\" role=\"img\"><title>Step {number}</title></svg>", $"<p>card {number}</p>")
    {
        Violation = number == 3 ? "write after free" : null,
    };
}
