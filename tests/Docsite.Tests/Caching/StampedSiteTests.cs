using System.Collections.Immutable;
using Docsite.Caching;
using Docsite.Diagnostics;
using Docsite.Execution;
using Docsite.Pages;
using Docsite.Settings;
using Docsite.Tests.Execution;
using Docsite.Writing;
using Microsoft.CodeAnalysis.Text;
using TestSupport;

namespace Docsite.Tests.Caching;

/// <summary>What was verified and written is answered from a stamp, and by nothing less than everything being the same.</summary>
public sealed class StampedSiteTests : IDisposable
{
    private const string Page = "content/index.md";
    private const string Text = "# Home\n\nwords\n";

    private static readonly SiteSummary Summary = new(1, 2, 3, 4, 5, 6, 7, 8);

    private static readonly Dictionary<string, string> Author = new()
    {
        ["GIT_AUTHOR_NAME"] = "A",
        ["GIT_AUTHOR_EMAIL"] = "a@example.org",
        ["GIT_COMMITTER_NAME"] = "A",
        ["GIT_COMMITTER_EMAIL"] = "a@example.org",
    };

    private readonly TemporaryFolder _folder = new();

    public StampedSiteTests()
    {
        Write(Page, Text);
        Write("content/_directory.yml", "Title: Home\n");
        Write("content/deep/data.csv", "1,2\n");
        Write("examples/one.cs", "Console.WriteLine(1);\n");
        Write("source/Lib.cs", "class Lib;\n");
        Write("bin/Lib.dll", "compiled");
        Write("bin/Lib.xml", "<doc/>");
        Git("init", "-q");
        Git("commit", "-q", "--allow-empty", "-m", "one");
    }

    // A file, and what stands in it then; nothing where it is removed.
    public static TheoryData<string, string?> Changes => new()
    {
        { Page, "# Home\n\nother\n" },
        { Page, null },
        { "content/new.md", "# New\n" },
        { "content/_directory.yml", "Title: Haus\n" },
        { "content/deep/data.csv", "1,3\n" },
        { "content/deep/more.csv", "" },
        { "examples/one.cs", "Console.WriteLine(2);\n" },
        { "examples/two.cs", "Console.WriteLine(2);\n" },
        { "source/Lib.cs", "class Lib2;\n" },
        { "source/Lib.cs", null },
        { "source/Missing.cs", "class Missing;\n" },
        { "bin/Lib.dll", "compiled anew" },
        { "bin/Lib.xml", "<doc></doc>" },
        { "site/index.html", "<p>Edited</p>" },
        { "site/index.html", null },
        { "site/more.html", "<p>Added</p>" },
        { "site/.docsite", null },
    };

    private SiteSettings Settings => new() { Root = _folder.Path, SiteTitle = "Site", OutputPath = "site", ExamplePaths = ["examples"], GitDates = true };

    private BlockEnvironment Seen => BlockEnvironment.Framework with { Assemblies = [PathOf("bin/Lib.dll")], Projects = [new BuiltProject("Lib.csproj", PathOf("bin/Lib.dll"))] };

    [Fact]
    public void What_has_not_changed_is_what_it_was()
    {
        Keep();
        var again = Answer();
        Assert.Equal((Summary, true, 3, "site"), (again!.Summary, again.IsUnchanged, again.Cached, again.WrittenTo));
        Write(Page, Text);
        Assert.NotNull(Answer());
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Any_change_is_noticed(string file, string? content)
    {
        Keep();
        if (content is null) File.Delete(PathOf(file));
        else Write(file, content);
        Assert.Null(Answer());
    }

    [Fact]
    public void Verifying_needs_no_written_site()
    {
        Keep();
        Directory.Delete(PathOf("site"), recursive: true);
        Assert.Null(Answer(isWritten: true));
        Assert.NotNull(Answer(isWritten: false));
        Assert.Null(Answer(isWritten: false)!.WrittenTo);
    }

    [Fact]
    public void A_commit_is_a_change_where_days_are_asked_for()
    {
        Keep();
        Git("commit", "-q", "--allow-empty", "-m", "two");
        Assert.Null(Answer());
    }

    [Fact]
    public void Other_settings_options_and_projects_are_changes()
    {
        Keep();
        Assert.Null(Stamped("other settings").Unchanged(() => Seen, isWritten: true));
        Assert.Null(new StampedSite(Settings with { OutputPath = "elsewhere" }, PathOf(".docsite"), "").Unchanged(() => Seen, isWritten: true));
        Assert.Null(Stamped().Unchanged(() => null, isWritten: true));
        Assert.NotNull(Answer());
    }

    [Fact]
    public void A_page_that_changes_while_it_is_verified_leaves_no_stamp()
    {
        var stamped = Stamped();
        Write(Page, "# For a moment\n");
        var result = Written();
        Write(Page, Text);
        stamped.Keep(result, Seen);
        Assert.Null(Answer());
    }

    [Fact]
    public void A_source_that_was_another_one_when_it_was_read_is_noticed()
    {
        Stamped().Keep(Written() with { Sources = [new SourceState("source/Lib.cs", FilesDigest.HashOf("class Other;"u8))] }, Seen);
        Assert.Null(Answer());
    }

    [Fact]
    public void An_error_leaves_no_stamp()
    {
        Stamped().Keep(Written(Finding(Severity.Error)), Seen);
        Assert.Null(Answer());
    }

    [Fact]
    public void What_is_said_about_kept_results_is_said_once()
    {
        Stamped().Keep(Written(Finding(Severity.Note) with { Id = DiagnosticIds.CorruptCacheEntry }), Seen);
        Assert.Empty(Answer()!.Diagnostics);
    }

    [Fact]
    public void Warnings_and_notes_are_told_again()
    {
        var (warning, note) = (Finding(Severity.Warning), new Diagnostic(DiagnosticIds.UnreachablePage, Severity.Note, new PageLocation(new PageText("docsite.yml", ""), new TextSpan(0, 0)), "no page"));
        Stamped().Keep(Written(warning, note), Seen);
        Assert.Equal(TextReport.Of([warning, note]), TextReport.Of(Answer()!.Diagnostics));
    }

    [Fact]
    public void A_damaged_stamp_is_ignored_with_a_note_and_so_is_one_of_another_site()
    {
        Keep();
        var file = Directory.GetFiles(PathOf(".docsite"), "*.stamp").Single();
        var other = new StampedSite(Settings, PathOf("other"), "options");
        other.Keep(Written(), Seen);
        File.Copy(Directory.GetFiles(PathOf("other"), "*.stamp").Single(), file, overwrite: true);
        Assert.Equal((false, "DOC0902"), Noted());
        File.AppendAllText(file, "x");
        Assert.Equal((false, "DOC0901"), Noted());
        File.WriteAllText(file, "");
        Assert.Equal((false, "DOC0901"), Noted());
        Keep();
        File.WriteAllText(file, File.ReadAllText(file).Replace(ToolIdentity.Version, "0123", StringComparison.Ordinal));
        Assert.Equal((false, "DOC0902"), Noted());
        Keep();
        Assert.Equal((true, ""), Noted());
    }

    public void Dispose() => _folder.Dispose();

    private (bool IsAnswered, string Notes) Noted()
    {
        var stamped = Stamped();
        var answer = stamped.Unchanged(() => Seen, isWritten: true);
        return (answer is not null, string.Join(' ', stamped.Diagnostics.Select(note => note.Id)));
    }

    private void Keep() => Stamped().Keep(Written(), Seen);

    private SiteResult? Answer(bool isWritten = true) => Stamped().Unchanged(() => Seen, isWritten);

    private StampedSite Stamped(string options = "") => new(Settings, PathOf(".docsite"), options);

    private SiteResult Written(params ImmutableArray<Diagnostic> findings)
    {
        var written = SiteWriter.Write([OutputFile.Made.Of("index.html", "<p>Home</p>")], Settings, []);
        return new SiteResult(findings, Summary)
        {
            WrittenDigest = written.Digest,
            Sources = [.. new[] { "source/Lib.cs", "source/Missing.cs" }.Select(path => new SourceState(path, SourceFiles.HashOf(Settings, path)))],
        };
    }

    private static Diagnostic Finding(Severity severity) =>
        new(DiagnosticIds.MissingAltText, severity, new PageLocation(new PageText(Page, Text), new TextSpan(8, 5)), "it is said") { Subject = "index#one", Notes = ["mend it"] };

    private string PathOf(string file) => Path.Combine(_folder.Path, file);

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    private void Git(params string[] words) => Command.Run(_folder.Path, Author, "git", words);
}
