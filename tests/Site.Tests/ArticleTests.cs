using System.Text.RegularExpressions;
using Docsite.Pages;
using Docsite.Parsing;
using Docsite.Settings;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using TestSupport;

namespace Site.Tests;

/// <summary>What every article of the project's own site is made of, as <c>content/contribute/anatomy.md</c> promises.</summary>
public sealed partial class ArticleTests
{
    private const int MostVisibleLines = 15;

    private static readonly SiteSettings Settings = SettingsReader.Read(new PageText("docsite.yml", File.ReadAllText(Repository.PathOf("docsite.yml"))), Repository.Root).Settings;

    public static TheoryData<string> Pages => [.. Repository.Files.Where(file => file.StartsWith("content/", StringComparison.Ordinal) && file.EndsWith(".md", StringComparison.Ordinal))];

    /// <summary>The checklist is one printed page of boxes; the others are there to be looked things up in.</summary>
    public static TheoryData<string> Articles =>
        [.. Pages.Select(row => row.Data).Where(file => file.Split('/')[1] is "learn" or "thread" or "migrate" && !file.EndsWith("/checklist.md", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Pages))]
    public void A_block_shows_few_lines(string file) =>
        Assert.Empty(Blocks(Read(file)).Where(block => !block.Options.Hidden && VisibleLines(block.Code.Code) > MostVisibleLines)
            .Select(block => $"{block.Location}: {VisibleLines(block.Code.Code)} visible lines; fold set-up away with // hide or #region hide"));

    [Theory, MemberData(nameof(Articles))]
    public void It_asks_a_question_and_answers_it_in_one_sentence(string file)
    {
        var page = Read(file);
        var title = page.FrontMatter.Text("Title")!;
        Assert.EndsWith("?", title, StringComparison.Ordinal);
        var heading = page.Document.OfType<HeadingBlock>().First();
        Assert.Equal((1, title), (heading.Level, Slice(page, heading).TrimStart('#', ' ').Replace("`", "", StringComparison.Ordinal)));
        var answer = Slice(page, Assert.IsType<ParagraphBlock>(page.Document[page.Document.IndexOf(heading) + 1]));
        Assert.Single(SentenceEnd().Matches(answer));
    }

    [Theory, MemberData(nameof(Articles))]
    public void Its_picture_comes_before_its_second_section(string file)
    {
        var page = Read(file);
        var second = page.Document.OfType<HeadingBlock>().Where(heading => heading.Level == 2).ElementAt(1);
        Assert.Contains(Blocks(page), block => block.Syntax.Span.End < second.Span.Start && !block.Figures.IsEmpty);
    }

    [Theory, MemberData(nameof(Articles))]
    public void Its_parts_stand_in_their_order(string file) =>
        Assert.Equal(
            ["Predict", "Answer", "Try to break it", "Hint", "Solution", "Sources"],
            Parts(Read(file)).Where(part => part is "Predict" or "Answer" or "Try to break it" or "Hint" or "Solution" or "Sources"));

    [Theory]
    [MemberData(nameof(Articles))]
    public void The_answer_and_the_solution_come_from_runs(string file)
    {
        var page = Read(file);
        foreach (var folded in new[] { "Answer", "Solution" })
        {
            var container = page.Document.Descendants<CustomContainer>().Single(container => container.Arguments?.Trim() == folded);
            Assert.Contains(Blocks(page), block => container.Span.Start < block.Syntax.Span.Start && block.Syntax.Span.End < container.Span.End);
        }
    }

    [Theory, MemberData(nameof(Articles))]
    public void Its_sources_say_which_kernel_or_mail(string file)
    {
        var page = Read(file);
        var sources = page.Document.OfType<HeadingBlock>().Single(heading => Slice(page, heading) == "## Sources");
        Assert.Matches(@"\b[0-9a-f]{12}\b|Linux \d\.\d+|`[^` ]+@[^` ]+`", page.Page.Text[sources.Span.End..]);
    }

    private static ParsedPage Read(string file) => PageParser.Parse(new PageText(file, File.ReadAllText(Repository.PathOf(file))), Settings);

    private static IEnumerable<SessionStep.Block> Blocks(ParsedPage page) => page.Steps.OfType<SessionStep.Block>();

    private static string Slice(ParsedPage page, Block block) => page.Page.Text[block.Span.Start..(block.Span.End + 1)];

    /// <summary>Headings and folded parts, in the page's order.</summary>
    private static IEnumerable<string> Parts(ParsedPage page) => page.Document.Descendants<Block>().Select(block => block switch
    {
        HeadingBlock heading => Slice(page, heading).TrimStart('#', ' '),
        CustomContainer { Info: "details" } container => container.Arguments?.Trim() ?? "",
        _ => "",
    });

    private static int VisibleLines(string code)
    {
        var hidden = 0;
        var visible = 0;
        foreach (var line in code.Split('\n').Select(line => line.Trim()))
        {
            if (line.StartsWith("#region", StringComparison.Ordinal) && (hidden > 0 || line == "#region hide")) hidden++;
            else if (line.StartsWith("#endregion", StringComparison.Ordinal) && hidden > 0) hidden--;
            else if (hidden == 0 && !line.EndsWith("// hide", StringComparison.Ordinal)) visible++;
        }
        return visible;
    }

    [GeneratedRegex(@"[.?!](?=\s|$)")]
    private static partial Regex SentenceEnd();
}
