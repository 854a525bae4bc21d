using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Docsite.Caching;
using Docsite.Diagnostics;
using Docsite.Execution;
using Docsite.Pages;
using Docsite.Parsing;
using Docsite.Planning;
using Docsite.Settings;
using Docsite.Tests.Execution;
using Docsite.Tests.Reference;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Tests.Caching;

/// <summary>A kept result is as good as a run, and is used only where a run would give the same.</summary>
public sealed partial class RunCacheTests(RunnerFixture fixture) : IDisposable
{
    private static readonly string[] Everything =
    [
        "var x = 20;\nx + 1   // => 21\nx * 2   // => 41\nif (x < 0) Console.WriteLine(x + 3); // => 23",
        "Console.WriteLine($\"printed {x}\");",
        "throw new InvalidOperationException(\"no\");   // throws InvalidOperationException: no",
        "string s = x;   // error CS0029",
        "Show(new Docsite.Display.Picture(\"t\", [new Docsite.Display.PictureStep(\"a\", \"b\", \"c\", \"<svg/>\", \"\") { Violation = \"v\" }]));",
        "x + 2   // => A: 22; B2: 22\nint unused;   // warning CS0168",
        "x",
    ];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task WhatIsKeptIsWhatWasRun()
    {
        var plan = Everything.Aggregate(new SessionPage().In("A", "var era = 1;"), (page, code) => page.Block(code)).Plan();
        var cache = Cache(fixture.Runner);
        var first = await RunAsync(cache, plan);
        var second = await RunAsync(Cache(new NoRunner()), plan);
        Assert.Equivalent(first.Select(WithoutStep), second.Select(WithoutStep), strict: true);
        Assert.Equal(plan.Steps, second.Select(run => run.Step));
        Assert.Empty(cache.Diagnostics);
    }

    [Fact]
    public async Task ProseBesideTheBlocksMayChangeAndPlacesMoveWithThem()
    {
        var plan = SessionPage.Of(Everything);
        _ = await RunAsync(Cache(fixture.Runner), plan);
        var moved = Moved(plan, "# A page", "# Another page altogether");
        var cache = Cache(new NoRunner());
        var kept = await RunAsync(cache, moved);
        Assert.Equal(Everything.Length, cache.Blocks);
        Assert.All(kept.SelectMany(run => run.Values), value => Assert.Same(moved.Page, value.Comment.Page));
        Assert.Equal("// => 41", kept[0].Values[1].Comment.Text);
        Assert.Equal("x", Assert.Single(kept[3].Compiler).Location.Text);
    }

    [Theory]
    [InlineData("x + 1", "x + 2", "text of page#block-1")]
    [InlineData("# A page\n", "# A page\n\n", "text of page#block-1")]
    public async Task CodeOrItsLineThatChangesIsRunAgain(string from, string to, string part)
    {
        var plan = SessionPage.Of("var x = 20;\nx + 1   // => 21");
        var cache = Cache(fixture.Runner);
        _ = await RunAsync(cache, plan);
        var changed = Moved(plan, from, to);
        Assert.Equal([part], Keys(RunnerFixture.Settings).Of(changed).DifferencesFrom(cache.KeptKey(changed)!));
        _ = await Assert.ThrowsAsync<NotSupportedException>(() => RunAsync(Cache(new NoRunner()), changed));
    }

    [Fact]
    public void TheKeyNamesWhatElseChanged()
    {
        var plan = SessionPage.Of("1   // => 1");
        var before = Keys(RunnerFixture.Settings).Of(plan);
        string[] Changed(SiteSettings settings, BlockEnvironment? environment = null) =>
            [.. new SessionKeys(settings, environment ?? BlockEnvironment.Framework).Of(plan).DifferencesFrom(before)];

        Assert.Empty(Changed(RunnerFixture.Settings with { SiteTitle = "Other", OutputPath = "elsewhere", Root = "/elsewhere" }));
        Assert.Equal(["setting Timeout"], Changed(RunnerFixture.Settings with { Timeout = TimeSpan.FromSeconds(7) }));
        Assert.Equal(["setting Usings"], Changed(RunnerFixture.Settings with { Usings = [] }));
        Assert.Equal(["setting Variants"], Changed(RunnerFixture.Settings with { Variants = [new Variant("A", "var era = 1;")] }));
        // What another variant declares is no concern of a session's.
        Assert.Empty(Changed(RunnerFixture.Settings with { Variants = [.. RunnerFixture.Settings.Variants.Select(variant => variant with { Declaration = "var era = 1;" })] }));
        Assert.Equal(["assembly Docsite.Tests.dll"], Changed(RunnerFixture.Settings, BlockEnvironment.Framework with { Assemblies = [GetType().Assembly.Location] }));
        Assert.Equal(["variant"], Keys(RunnerFixture.Settings).Of(plan with { Variant = new Variant("A", "var era = 1;") }).DifferencesFrom(before));
    }

    [Fact]
    public void OfTheAssembliesOnlyTheOneThatChangedIsNamed()
    {
        var used = CompiledSource.Write(_folder.Path, "Used", "public class Used { public int One => 1; }");
        var user = CompiledSource.Write(_folder.Path, "User", "public class User : Used;", used);
        SessionKey Key() => new SessionKeys(RunnerFixture.Settings, BlockEnvironment.Framework with { References = [.. BlockEnvironment.Framework.References, user, used], Assemblies = [user, used] }).Of(SessionPage.Of("1"));
        var before = Key();
        _ = CompiledSource.Write(_folder.Path, "Used", "public class Used { public int One => 1; }");
        Assert.Empty(Key().DifferencesFrom(before));
        _ = CompiledSource.Write(_folder.Path, "Used", "public class Used { public int One => 2; }");
        Assert.Equal(["assembly Used.dll"], Key().DifferencesFrom(before));
    }

    [Theory]
    [InlineData(DiagnosticIds.ForeignCacheEntry, "version")]
    [InlineData(DiagnosticIds.CorruptCacheEntry, "truncated")]
    [InlineData(DiagnosticIds.CorruptCacheEntry, "flipped")]
    [InlineData(DiagnosticIds.CorruptCacheEntry, "empty")]
    [InlineData(DiagnosticIds.ForeignCacheEntry, "other")]
    public async Task ADamagedOrForeignResultIsNoticedAndRunAgain(string id, string damage)
    {
        var plan = SessionPage.Of("1   // => 1");
        var other = plan with { Name = "other" };
        var cache = Cache(fixture.Runner);
        _ = await RunAsync(cache, other);
        var foreign = Assert.Single(Directory.GetFiles(_folder.Path, "*.run"));
        _ = await RunAsync(cache, plan);
        var own = Directory.GetFiles(_folder.Path, "*.run").Single(file => file != foreign);
        Spoil(own, damage, foreign);
        var again = Cache(fixture.Runner);
        Assert.IsType<ValueOutcome.Matches>((await RunAsync(again, plan))[0].Values[0].Outcome);
        var note = Assert.Single(again.Diagnostics);
        Assert.Equal((id, Severity.Note), (note.Id, note.Severity));
        Assert.Equal(0, again.Blocks);

        // What was run again is kept again.
        var healed = Cache(new NoRunner());
        _ = await RunAsync(healed, plan);
        Assert.Empty(healed.Diagnostics);
    }

    [Fact]
    public async Task ResultsOfAnotherVersionAreOneNoteTogetherAndAreNotNoticedTwice()
    {
        var plan = SessionPage.Of("1   // => 1");
        SessionPlan[] plans = [plan, plan with { Name = "b" }, plan with { Name = "c" }];
        foreach (var one in plans) _ = await RunAsync(Cache(fixture.Runner), one);
        foreach (var file in Directory.GetFiles(_folder.Path, "*.run")) Spoil(file, "version", file);
        var again = Cache(new MoodyRunner());
        foreach (var one in plans) _ = await RunAsync(again, one);
        Assert.Equal("3 kept results are ignored: another version of the tool made them", Assert.Single(again.Diagnostics).Message);
        var third = Cache(new MoodyRunner());
        foreach (var one in plans) _ = await RunAsync(third, one);
        Assert.Empty(third.Diagnostics);
    }

    [Fact]
    public async Task AResultThatCanNeitherBeReadNorReplacedIsTwoNotes()
    {
        var plan = SessionPage.Of("1   // => 1");
        _ = await RunAsync(Cache(fixture.Runner), plan);
        var file = Assert.Single(Directory.GetFiles(_folder.Path, "*.run"));
        File.Delete(file);
        // Nobody can read a folder as a file, whatever rights they have.
        Directory.CreateDirectory(Path.Combine(file, "taken"));
        var cache = Cache(fixture.Runner);
        Assert.IsType<ValueOutcome.Matches>((await RunAsync(cache, plan))[0].Values[0].Outcome);
        Assert.Equal([DiagnosticIds.CorruptCacheEntry, DiagnosticIds.CacheNotWritten], cache.Diagnostics.Select(note => note.Id).Order(StringComparer.Ordinal));
        cache.ForgetOthers();
    }

    [Fact]
    public async Task WhatDependsOnTheMachinesMoodIsNotKept()
    {
        var plan = SessionPage.Of("1   // => 1", "Environment.Exit(3);");
        _ = await RunAsync(Cache(fixture.Runner), plan);
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.run"));
    }

    [Fact]
    public async Task ResultsThatNoSessionOwnsAreForgotten()
    {
        var plan = SessionPage.Of("1   // => 1");
        _ = await RunAsync(Cache(fixture.Runner), plan with { Name = "gone" });
        var cache = Cache(fixture.Runner);
        _ = await RunAsync(cache, plan);
        cache.ForgetOthers();
        Assert.NotNull(cache.KeptKey(plan));
        Assert.Null(cache.KeptKey(plan with { Name = "gone" }));
    }

    [Fact]
    public async Task AFolderThatCannotBeWrittenIsANote()
    {
        var file = Path.Combine(_folder.Path, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        var cache = new RunCache(Path.Combine(file, "cache"), Keys(RunnerFixture.Settings), fixture.Runner);
        _ = await RunAsync(cache, SessionPage.Of("1   // => 1"));
        Assert.Equal(DiagnosticIds.CacheNotWritten, cache.Diagnostics.Last().Id);
    }

    [Theory]
    [InlineData(typeof(StepEnd))]
    [InlineData(typeof(ValueOutcome))]
    public void EveryKindOfResultCanBeKept(Type sum) => Assert.Equal(
        sum.GetNestedTypes().Select(type => type.Name).Order(StringComparer.Ordinal),
        sum.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(one => one.DerivedType.Name).Order(StringComparer.Ordinal));

    public void Dispose() => _folder.Dispose();

    private static SessionKeys Keys(SiteSettings settings) => new(settings, BlockEnvironment.Framework);

    private RunCache Cache(ISessionRunner runner) => new(_folder.Path, Keys(RunnerFixture.Settings), runner);

    private static Task<ImmutableArray<StepRun>> RunAsync(RunCache cache, SessionPlan plan) => cache.RunAsync(plan, TestContext.Current.CancellationToken);

    private static StepRun WithoutStep(StepRun run) => run with { Step = null! };

    private static void Spoil(string file, string damage, string foreign)
    {
        var content = File.ReadAllBytes(file);
        File.WriteAllBytes(file, damage switch
        {
            "truncated" => content[..^10],
            "flipped" => [.. content[..^10], (byte)(content[^10] ^ 1), .. content[^9..]],
            "empty" => [],
            "version" => Encoding.Latin1.GetBytes(Version().Replace(Encoding.Latin1.GetString(content), "${mark}0123", 1)),
            _ => File.ReadAllBytes(foreign),
        });
    }

    // The same session on a page with another text before or in it.
    private static SessionPlan Moved(SessionPlan plan, string from, string to)
    {
        var text = plan.Page.Text;
        var at = text.IndexOf(from, StringComparison.Ordinal);
        var page = new PageText(plan.Page.Path, text[..at] + to + text[(at + from.Length)..]);
        TextSpan Move(TextSpan span) => TextSpan.FromBounds(MoveOffset(span.Start), MoveOffset(span.End));
        int MoveOffset(int offset) => offset <= at ? offset : offset + to.Length - from.Length;
        return plan with
        {
            Page = page,
            Steps =
            [
                .. plan.Steps.Cast<SessionStep.Block>().Select(block => block with
                {
                    Location = new PageLocation(page, Move(block.Location.Span)),
                    Code = new CodeRegion(page, [.. block.Code.Lines.Select(Move)]),
                }),
            ],
        };
    }

    [GeneratedRegex("^(?<mark>[^ ]+ )[^ ]+")]
    private static partial Regex Version();

    // What it gives may be something else next time.
    private sealed class MoodyRunner : ISessionRunner
    {
        public Task<ImmutableArray<StepRun>> RunAsync(SessionPlan plan, CancellationToken cancellation) =>
            Task.FromResult<ImmutableArray<StepRun>>([.. plan.Steps.Select(step => new StepRun(step, new StepEnd.NotRun("it was not to be")))]);
    }

    private sealed class NoRunner : ISessionRunner
    {
        public Task<ImmutableArray<StepRun>> RunAsync(SessionPlan plan, CancellationToken cancellation) => throw new NotSupportedException("Nothing is run here.");
    }
}
