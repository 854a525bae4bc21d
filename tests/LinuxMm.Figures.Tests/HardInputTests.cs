using System.Xml.Linq;
using Docsite.Display;

namespace LinuxMm.Figures.Tests;

/// <summary>What people may hand to any figure by mistake: it is drawn readably, or refused in so many words.</summary>
public sealed class HardInputTests
{
    private static readonly Dictionary<string, Func<string, IShowable>> Titled = new(StringComparer.Ordinal)
    {
        [nameof(MemoryStory)] = title => new MemoryStory(title, new Machine(KernelEras.C3)).Step("boot"),
        [nameof(FlagStory)] = title => new FlagStory(title, new Machine(KernelEras.C3).CreateFrameVector("frames", 1)).Step("new"),
        [nameof(AddressWalk)] = title => new AddressWalk(title, new Machine(KernelEras.C3), new Machine(KernelEras.C3).CreateProcess("app")),
        [nameof(DmaViewStory)] = title => new DmaViewStory(title).Step("one page", SgTable.FromPages([new Pfn(1)], 0, 4096)),
        [nameof(CodeTimeline)] = title => new CodeTimeline(title, []),
        [nameof(CodeComparison)] = title => new CodeComparison(title, () => 1, () => 2),
        [nameof(EraMatrixTable)] = title => new EraMatrixTable(title, EraMatrix.Run([], [])),
        [nameof(RefCountBars)] = title => new RefCountBars(title, new Machine(KernelEras.C3).Trace, new Pfn(1)),
        [nameof(InterleavingSequence)] = title => new InterleavingSequence(title, Nothing.Classes[0]),
        [nameof(ScheduleMultiples)] = title => new ScheduleMultiples(title, Nothing),
    };

    public static TheoryData<string> Figures => [.. Titled.Keys];

    private static Exploration Nothing => InterleavingExplorer.Explore(new Scenario(_ => { }), KernelEras.B2);

    [Fact]
    public void EveryFigureIsAmongThem() =>
        Assert.Equal(typeof(MemoryStory).Assembly.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(IShowable))).Select(type => type.Name).Order(StringComparer.Ordinal), Titled.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Figures))]
    public void ATitleOfWhichNothingIsSeenIsRefused(string figure) =>
        Assert.All(["", " \t", "\u202E", "\u200B\uFEFF"], title => Assert.Throws<ArgumentException>(nameof(title), () => Titled[figure](title)));

    [Fact]
    public void AStepOfWhichNothingIsSeenIsRefused() => Assert.All(["", "\u2060"], title =>
    {
        var machine = new Machine(KernelEras.C3);
        Assert.Throws<ArgumentException>(nameof(title), () => new MemoryStory("Story", machine).Step(title));
        Assert.Throws<ArgumentException>(nameof(title), () => new FlagStory("Story", machine.CreateFrameVector("frames" + title, 1)).Step(title));
        Assert.Throws<ArgumentException>(nameof(title), () => new AddressWalk("Walk", machine, machine.CreateProcess("app" + title)).Step(new VirtualAddress(0), title));
        Assert.Throws<ArgumentException>(nameof(title), () => new DmaViewStory("Story").Step(title, SgTable.FromPages([new Pfn(1)], 0, 4096)));
    });

    [Fact]
    public void AMachineWithoutMemorySaysSoInEveryForm()
    {
        var machine = new Machine(KernelEras.C3);
        machine.CreateProcess("app");
        var step = new MemoryStory("Story", machine).Step("boot").Draw("figure").Steps[0];
        Assert.All([step.Text, step.Cards, DrawnSvg.Parse(step.Svg).All("desc").Single().Value, DrawnSvg.Parse(step.Svg).All("text").Last().Value], form => Assert.Contains("nothing is mapped yet", form, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(nameof(CodeTimeline), "nothing changed yet")]
    [InlineData(nameof(RefCountBars), "The count never changes.")]
    public void WhereNothingHappenedEveryFormSaysSo(string figure, string words)
    {
        var step = Titled[figure]("Nothing").Draw("figure").Steps[0];
        Assert.All([step.Text, step.Cards, step.Svg], form => Assert.Contains(words, form, StringComparison.Ordinal));
    }

    [Fact]
    public void AStepWithoutANameIsStillAStep()
    {
        var scenario = new Scenario(world => world.Actor("somebody", ("\u200B", () => { })));
        var schedules = InterleavingExplorer.Explore(scenario, KernelEras.B2);
        Assert.Contains("somebody: unnamed", new ScheduleMultiples("Schedules", schedules).Draw("figure").Text, StringComparison.Ordinal);
        Assert.Contains("unnamed", new InterleavingSequence("Schedule", schedules.Classes[0]).Draw("figure").Text, StringComparison.Ordinal);
    }

    /// <summary>Each right-to-left name is isolated by itself: a sentence that begins with one still reads from left to right.</summary>
    [Theory]
    [InlineData("שלום wrote into pfn 1 of שלום עולם.", "⁨שלום⁩ wrote into pfn 1 of ⁨שלום עולם⁩.")]
    [InlineData("مرحبا 12", "⁨مرحبا⁩ 12")]
    [InlineData("app", "app")]
    [InlineData("𐤀𐤁 x", "⁨𐤀𐤁⁩ x")]
    public void NamesFromRightToLeftTurnNothingAround(string text, string isolated) => Assert.Equal(isolated, CleanText.Of(text));

    [Fact]
    public void OneByteIsOne()
    {
        var text = new DmaViewStory("Story").Step("one byte", SgTable.FromPages([new Pfn(5)], 4095, 1)).Draw("figure").Text;
        Assert.Contains("1 byte from offset 0xfff", text, StringComparison.Ordinal);
        Assert.Contains("1 byte in 1 piece", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ErasWithoutRangesAndRangesWithoutErasAreTablesWithoutCells()
    {
        EraMatrix[] empty = [EraMatrix.Run(null, []), EraMatrix.Run([], [RangeKinds.All[0]])];
        Assert.All(empty, matrix => Assert.Empty(XElement.Parse(new EraMatrixTable("Nothing", matrix).Draw("figure").Steps[0].Svg).Descendants("td")));
    }
}
