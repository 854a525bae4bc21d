namespace Site.Tests;

/// <summary>Example files: pages of the site, and programs by themselves.</summary>
public sealed class ExampleTests(ExampleTests.Built built) : IClassFixture<ExampleTests.Built>
{
    [Theory]
    [InlineData("site/examples/index.html", "<a href=\"two-cups.html\">How many cups does a kettle give?</a>")]
    [InlineData("site/examples/index.html", "<rect x=\"0\" y=\"0\" width=\"90\" height=\"30\"")]
    [InlineData("site/examples/index.html", "<p><code>kettle.Heat(20)</code><b>40</b></p><p><samp>&lt;lukewarm&gt;</samp></p>")]
    [InlineData("site/examples/index.html", "id=\"kettles\">Kettles</h2>")]
    [InlineData("site/examples/two-cups.html", "<h1>How many cups does a kettle give?</h1>")]
    [InlineData("site/examples/two-cups.html", "fills 2 cups")]
    [InlineData("site/examples/two-cups.html", "2 cups of 90 degrees")]
    [InlineData("site/examples/two-cups.html", "<a href=\"../brewing/tea.html#claim-T1\">T1</a>")]
    [InlineData("site/examples/two-cups.html", "dotnet run examples/two-cups.cs")]
    [InlineData("site/claims.html", "One kettle fills two cups.")]
    public void The_gallery_shows_it(string file, string expected) => Assert.Contains(expected, built.Site.Read(file), StringComparison.Ordinal);

    [Fact]
    public void It_is_downloaded_as_it_is() => Assert.Equal(built.Site.Read("examples/two-cups.cs"), built.Site.Read("site/examples/two-cups.cs"));

    [Fact]
    public void What_only_dotnet_run_needs_is_not_shown() =>
        Assert.DoesNotContain("#:project", built.Site.Read("site/examples/two-cups.html"), StringComparison.Ordinal);

    public sealed class Built
    {
        public Built()
        {
            Site = new TeaHouseSite("examples");
            Site.Write("examples/cold.cs", string.Join('\n', [.. Site.Read("examples/two-cups.cs").Split('\n').Take(2), .. Cold]));
            var run = Site.Run("build");
            Assert.Equal((0, ""), (run.ExitCode, run.ExitCode == 0 ? "" : run.Output));
        }

        private static string[] Cold { get; } =
        [
            "// Title: Does it get cold?",
            "// ---",
            "// Not for long.",
            "using TeaHouse;",
            "var kettle = new Kettle(Altitude.Sea);",
            "_ = kettle.Heat(20);  // => 40",
            "Console.WriteLine(\"<lukewarm>\");",
            "/* output",
            "<lukewarm>",
            "*/",
        ];

        public TeaHouseSite Site { get; }
    }
}
