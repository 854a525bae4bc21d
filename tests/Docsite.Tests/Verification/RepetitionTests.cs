using System.Collections.Concurrent;
using System.Text;
using Docsite.Diagnostics;
using Docsite.Execution;
using Docsite.Pages;
using Docsite.Parsing;
using Docsite.Tests.Execution;

namespace Docsite.Tests.Verification;

/// <summary>What depends on what a page cannot state comes out differently when it runs again, and is found where it stands.</summary>
public sealed class RepetitionTests : IDisposable
{
    private readonly ConcurrentDictionary<BlockSurroundings, SessionRunner> _runners = new();

    /// <summary>A block, the code of what is found, the characters where it stands, and what it depends on.</summary>
    public static TheoryData<string, string> Blocks => new()
    {
        { "```csharp|1.5.ToString()  // => «\"1.5\"»|```", "DOC0701 it depends on the culture" },
        { "```csharp|(-1).ToString()  // => «\"-1\"»|```", "DOC0701 it depends on the culture" },
        { "```csharp|DateTime.UnixEpoch.ToString(\"d\")  // => «\"01/01/1970\"»|```", "DOC0701 it depends on the culture" },
        { "```csharp|DateTime.UnixEpoch.ToLocalTime().Hour  // => «0»|```", "DOC0701 it depends on the local time zone" },
        { "```csharp|Path.GetFileName(Environment.CurrentDirectory)  // => «\"work\"»|```", "DOC0701 it depends on the current directory" },
        { "```csharp|Guid.NewGuid()  «// =>»|```", "DOC0701 it differs from run to run" },
        { "```csharp|Stopwatch.GetTimestamp()  // => «1»|```", "DOC0701 it differs from run to run" },
        { "```csharp|\"a\".GetHashCode()  // => «1»|```", "DOC0701 it differs from run to run" },
        { "Now «1»<!--= Stopwatch.GetTimestamp() -->.", "DOC0701 it differs from run to run" },
        { "```csharp|Console.WriteLine($\"a\\n{1.5} m\");|```|```output|a|1«.»5 m|```", "DOC0702 it depends on the culture" },
        { "«```csharp»|Console.WriteLine(Guid.NewGuid());|```", "DOC0702 it differs from run to run" },
        { "```csharp|Show(new Sketch($\"{1.5}\"));|```|```figure|1«.»5||1. one|box|```", "DOC0703 it depends on the culture" },
        { "```csharp throws=Exception|«throw new Exception($\"{1.5}\");»|```", "DOC0704 it depends on the culture" },
        { "```csharp|if (TimeZoneInfo.Local.BaseUtcOffset > TimeSpan.Zero) «throw new Exception();»|```", "DOC0704 it depends on the local time zone" },
        { "```csharp|var «id» = Guid.NewGuid();|_ = id;|```", "DOC0705 it differs from run to run" },
        { "```csharp|1.5  // => 1.5|_ = DateTime.UnixEpoch.ToUniversalTime();|Console.WriteLine(1.5);|```|```output|1.5|```", "" },
        { "```csharp|Console.WriteLine(Guid.NewGuid());|Console.WriteLine($\"{1.5} m\");|```|```output|...|[..] m|```", "" },
        { "```csharp|var numbers = new Dictionary<string, int> { [\"a\"] = 1 };|numbers[\"a\"]  // => 1|```", "" },
    };

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task What_depends_on_its_surroundings_is_found_where_it_stands(string marked, string expected)
    {
        var page = new MarkedPage();
        page.Append("- Text.\r\n\r\n");
        page.Append(string.Concat(marked.Split('|').Select(line => (line.Length == 0 ? "" : "  ") + line + "\r\n")));
        MarkedPage.Share(expected.Split(' ')[0], (page, expected.Length == 0 ? 0 : 1));
        var found = await FindAsync(Encoding.UTF8.GetString(page.Bytes));
        Assert.Equal(page.Expected(), found.Select(MarkedPage.Line));
        Assert.All(found, finding => Assert.Equal(expected[8..], finding.Notes[2]));
    }

    [Fact]
    public async Task Each_difference_of_a_session_tells_its_own_cause_and_both_readings()
    {
        var found = await FindAsync("```csharp era=A\nvar zone = DateTime.UnixEpoch.ToLocalTime().Hour;\nzone  // => 0\n$\"{1.5}\"  // => \"1.5\"\n```\n");
        Assert.Equal(["first: 0, as stated", "again: 5 (int)", "it depends on the local time zone", "use times in UTC"], found.Single(one => one.Id == "DOC0701" && one.Location.Text == "0").Notes);
        Assert.Equal(["first: \"1.5\", as stated", "again: \"1,5\" (string)", "it depends on the culture", "format with CultureInfo.InvariantCulture"], found.Single(one => one.Location.Text == "\"1.5\"").Notes);
        Assert.Equal(Severity.Warning, Assert.Single(found, one => one.Id == "DOC0705").Severity);
    }

    // With a project, the names in blocks are read.
    private static BlockEnvironment Environment { get; } = BlockEnvironment.Framework with
    {
        References = BlockEnvironment.Framework.References.Add(Assembly),
        Assemblies = [Assembly],
        Projects = [new BuiltProject("Toys.csproj", Assembly)],
    };

    private static string Assembly => typeof(Docsite.Tests.Execution.Toys.Coin).Assembly.Location;

    public void Dispose()
    {
        foreach (var runner in _runners.Values) runner.Dispose();
    }

    private async Task<List<Diagnostic>> FindAsync(string text)
    {
        var settings = RunnerFixture.Settings with { Usings = [.. RunnerFixture.Settings.Usings, "System", "System.IO", "System.Collections.Generic", "System.Diagnostics", "static Docsite.Display.Stage"] };
        var cancellation = TestContext.Current.CancellationToken;
        var parsed = PageParser.Parse(new PageText("content/page.md", text), settings);
        SessionRunner RunnerIn(BlockSurroundings surroundings) => _runners.GetOrAdd(surroundings, one => new SessionRunner(settings, Environment, surroundings: one));
        var first = await new SiteVerification(settings, RunnerIn(BlockSurroundings.Usual)).VerifyAsync(parsed, cancellation);
        var again = new Repetition(settings, RunnerIn);
        Assert.DoesNotContain(await again.CompareAsync([first], BlockSurroundings.Usual, cancellation), finding => !finding.Notes.Any(note => note.StartsWith("again", StringComparison.Ordinal)));
        return [.. (await again.CompareAsync([first], BlockSurroundings.Others, cancellation)).OrderBy(finding => finding.Location.Span.Start)];
    }
}
