using System.Text;
using CsCheck;
using Docsite.Pages;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Tests.Pages;

public sealed class PageEditorTests
{
    [Theory]
    [InlineData("abc", "1-2:X", "aXc")]
    [InlineData("abc", "0-0:X 3-3:Y", "XabcY")]
    [InlineData("abc", "3-3:Y 0-0:X", "XabcY")]
    [InlineData("abc", "1-1:X 1-1:Y", "aXYbc")]
    [InlineData("abc", "1-1:X 1-1:X", "aXbc")]
    [InlineData("abc", "1-2:X 1-1:Y 2-2:Z", "aYXZc")]
    [InlineData("a\r\nb\rc\n\td ", "3-4:X", "a\r\nX\rc\n\td ")]
    [InlineData("ä😀", "1-3:", "ä")]
    public void Edits(string text, string edits, string edited)
    {
        var page = new PageText("page.md", text);
        Assert.Equal(edited, Encoding.UTF8.GetString(PageEditor.Apply(page, edits.Split(' ').Select(edit => Edit(page, edit)))));
    }

    [Theory]
    [InlineData("0-2:X 1-3:Y")]
    [InlineData("0-2:X 0-2:Y")]
    [InlineData("0-3:X 1-1:Y")]
    public void EditsOfTheSameTextAreRefused(string edits)
    {
        var page = new PageText("page.md", "abc");
        PageEdit[] parsed = [.. edits.Split(' ').Select(edit => Edit(page, edit))];
        Assert.Throws<PageEditConflictException>(() => PageEditor.Apply(page, parsed));
        Assert.True(PageEditor.Conflict(parsed[0], parsed[1]));
    }

    [Fact]
    public void AnEditOfAnotherPageIsRefused()
    {
        var other = new PageText("other.md", "abc");
        Assert.Throws<ArgumentException>(() => PageEditor.Apply(new PageText("page.md", "abc"), [Edit(other, "0-1:X")]));
    }

    [Fact]
    public void WithoutEditsTheBytesStay()
    {
        Gen.Select(Gen.String, Gen.Bool).Sample((text, mark) =>
        {
            byte[] bytes = [.. mark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text)];
            Assert.Equal(bytes, PageEditor.Apply(PageText.FromBytes("page.md", bytes), []));
        });
    }

    [Fact]
    public void TextOutsideTheSpansStays()
    {
        Gen.Select(Gen.String[10, 40], Gen.Int[0, 9].Array[0, 6]).Sample((text, cuts) =>
        {
            var page = new PageText("page.md", text.Replace('\uD83D', 'x'));
            var places = cuts.Distinct().Order().Chunk(2).Where(pair => pair.Length == 2).ToList();
            var edited = Encoding.UTF8.GetString(PageEditor.Apply(page, places.Select(pair => new PageEdit(new PageLocation(page, TextSpan.FromBounds(pair[0], pair[1])), "\u0001"))));
            var expected = page.Text;
            foreach (var pair in Enumerable.Reverse(places)) expected = expected[..pair[0]] + "\u0001" + expected[pair[1]..];
            Assert.Equal(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(expected)), edited);
        });
    }

    [Fact]
    public void AFileIsReplacedAsAWhole()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "page.md");
            File.WriteAllText(path, "old");
            PageFile.Replace(path, "new"u8);
            Assert.Equal("new", File.ReadAllText(path));
            Assert.Equal(["page.md"], folder.EnumerateFiles().Select(file => file.Name));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static PageEdit Edit(PageText page, string edit)
    {
        var colon = edit.IndexOf(':', StringComparison.Ordinal);
        var bounds = edit[..colon].Split('-').Select(int.Parse).ToArray();
        return new PageEdit(new PageLocation(page, TextSpan.FromBounds(bounds[0], bounds[1])), edit[(colon + 1)..]);
    }
}
