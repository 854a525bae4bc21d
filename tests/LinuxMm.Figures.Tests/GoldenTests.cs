using System.Xml.Linq;
using TestSupport;

namespace LinuxMm.Figures.Tests;

public sealed class GoldenTests
{
    private static readonly string Folder = Repository.PathOf("tests", "LinuxMm.Figures.Tests", "Cases");

    public static TheoryData<string> Names => AllStories.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void TextFormsAreAsReviewed(string name) => Golden.Compare(Path.Combine(Folder, name, "figure.txt"), AllStories.Draw(name).Text);

    [Theory]
    [InlineData("dma-after-free")]
    [InlineData("machine-dma-after-free")]
    [InlineData("flags-pages-without-reference")]
    public void PicturesAreAsReviewed(string name) =>
        Golden.Compare(Path.Combine(Folder, name, "steps.svg"), Indented(AllStories.Draw(name).Steps.Select(step => step.Svg)));

    [Theory]
    [InlineData("dma-after-free")]
    [InlineData("machine-dma-after-free")]
    public void CardsAreAsReviewed(string name) =>
        Golden.Compare(Path.Combine(Folder, name, "steps.html"), Indented(AllStories.Draw(name).Steps.Select(step => step.Cards)));

    [Fact]
    public void EveryExpectedFileBelongsToAStory() =>
        Assert.Equal(AllStories.Names.Select(row => row.Data).Order(StringComparer.Ordinal), Directory.GetDirectories(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    private static string Indented(IEnumerable<string> steps) => new XElement("steps", steps.Select(XElement.Parse)).ToString() + "\n";
}
