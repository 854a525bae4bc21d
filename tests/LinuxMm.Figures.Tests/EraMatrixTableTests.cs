using System.Xml.Linq;
using TestSupport;

namespace LinuxMm.Figures.Tests;

public sealed class EraMatrixTableTests
{
    private static readonly Lazy<EraMatrix> Matrix = new(() => EraMatrix.Run());

    public static TheoryData<MatrixAnswer> Answers => [.. Enum.GetValues<MatrixAnswer>()];

    [Theory]
    [MemberData(nameof(Answers))]
    public void TextFormsAreAsReviewed(MatrixAnswer answer) =>
        Golden.Verify(new EraMatrixTable("Every range in every era", Matrix.Value, answer).Draw("figure").Text, $"EraMatrixTable.{answer}");

    [Fact]
    public void EveryCellIsLinkedToItsRun()
    {
        var step = new EraMatrixTable("Every range", Matrix.Value).Draw("fig-1").Steps[0];
        var links = XElement.Parse(step.Svg).Descendants("td").Select(cell => cell.Element("a")!.Attribute("href")!.Value[1..]).ToList();
        var ids = XElement.Parse(step.Cards).Descendants().Select(element => (string?)element.Attribute("id")).OfType<string>().ToList();
        Assert.Equal(Matrix.Value.Rows.Count * Matrix.Value.Eras.Count, links.Count);
        Assert.Equal(ids, links.Distinct());
        Assert.All(ids, id => Assert.Matches("^fig-1-s1-r[0-9]+-[0-9]+$", id));
    }

    /// <summary>An outlined cell says something else than its left neighbour, and only then.</summary>
    [Fact]
    public void DifferencesToTheLeftAreOutlined()
    {
        var table = XElement.Parse(new EraMatrixTable("Every range", Matrix.Value).Draw("figure").Steps[0].Svg);
        foreach (var row in table.Descendants("tbody").Elements("tr").Select(row => row.Elements("td").ToList()))
        {
            Assert.False(IsOutlined(row[0]));
            Assert.All(row.Zip(row.Skip(1)), pair => Assert.Equal(pair.First.Value != pair.Second.Value, IsOutlined(pair.Second)));
        }
    }

    [Fact]
    public void TheTableNamesItselfItsRowsAndItsColumns()
    {
        var section = XElement.Parse(new EraMatrixTable("Every <range>", Matrix.Value).Draw("figure").Steps[0].Svg);
        Assert.Equal("Every <range>", section.Descendants("caption").Single().Value);
        Assert.Equal(section.Attribute("aria-labelledby")!.Value, section.Descendants("caption").Single().Attribute("id")!.Value);
        Assert.All(section.Descendants("th"), head => Assert.Contains(head.Attribute("scope")!.Value, (string[])["col", "row"]));
        Assert.Equal(Matrix.Value.Eras.Select(era => (era.Name, era.Versions)), section.Descendants("thead").Descendants("th").Skip(1).Select(head => (head.Element("abbr")!.Value, head.Element("small")!.Value)));
    }

    [Fact]
    public void AnEmptyMatrixIsATableWithoutRows()
    {
        var picture = new EraMatrixTable("Nothing", EraMatrix.Run([], [])).Draw("figure");
        Assert.Empty(XElement.Parse(picture.Steps[0].Svg).Descendants("td"));
        Assert.Equal("Nothing\n\n1. get_vaddr_frames()\n\n", picture.Text);
    }

    private static bool IsOutlined(XElement cell) => cell.Attribute("class")!.Value.Split(' ').Contains("differs");
}
