using Docsite.Rendering;

namespace Docsite.Tests.Rendering;

public sealed class CodeNotesTests
{
    [Theory]
    [InlineData("// (1) the first", "(1)", "1: the first")]
    [InlineData("//(12)   many, with `code`", "(12)", "12: many, with `code`")]
    [InlineData("// (0) numbers start at one", "// (0) numbers start at one", "")]
    [InlineData("// (1)", "// (1)", "")]
    [InlineData("// see (1) there", "// see (1) there", "")]
    [InlineData("/* (1) a block */", "/* (1) a block */", "")]
    public void ANumberedCommentBecomesANote(string comment, string shown, string note)
    {
        var (lines, notes) = CodeNotes.Of([new CodeLine([new CodeToken("call();", ""), new CodeToken(comment, "c")], false, false)]);
        Assert.Equal(shown, lines[0].Tokens[1].Text);
        Assert.Equal(note, string.Join(' ', notes.Select(one => $"{one.Number}: {one.Words}")));
    }

    [Fact]
    public void AStringIsNoComment() =>
        Assert.Empty(CodeNotes.Of([new CodeLine([new CodeToken("\"// (1) text\"", "s")], false, false)]).Notes);
}
