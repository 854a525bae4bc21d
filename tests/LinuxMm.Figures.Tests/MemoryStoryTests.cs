namespace LinuxMm.Figures.Tests;

public sealed class MemoryStoryTests
{
    [Theory]
    [InlineData("")]
    [InlineData("1st")]
    [InlineData("a.b")]
    [InlineData("ä")]
    [InlineData("a b")]
    public void AnIdThatHtmlWouldNotTakeIsRefused(string id) => Assert.Throws<ArgumentException>(nameof(id), () => StoriesOfMachines.PinnedPages().Draw(id));

    [Fact]
    public void AStoryWithoutStepsSaysSo()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new MemoryStory("Empty", new Machine(KernelEras.C3)).Draw("empty"));
        Assert.Equal("The story \"Empty\" has no step yet: call Step first.", error.Message);
    }

    [Fact]
    public void AStepWithoutTitleIsRefused() => Assert.Throws<ArgumentException>("title", () => new MemoryStory("Story", new Machine(KernelEras.C3)).Step(" "));

    [Fact]
    public void StepsKeepTheStateOfTheirMoment()
    {
        var machine = new Machine(KernelEras.C3);
        var app = machine.CreateProcess("app");
        var story = new MemoryStory("Story", machine).Step("before");
        app.Write(app.Mmap(1, "buffer").Start, "A");
        var steps = story.Step("after").Draw("story").Steps;

        Assert.DoesNotContain("buffer", steps[0].Text, StringComparison.Ordinal);
        Assert.Contains("◆ app buffer", steps[1].Text, StringComparison.Ordinal);
        Assert.Contains("\"A\"", steps[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void TheFirstStepMarksNothing() => Assert.DoesNotContain("◆", StoriesOfMachines.DmaAfterFree().Draw("story").Steps[0].Text, StringComparison.Ordinal);

    [Fact]
    public void AViolationIsSaidInEveryForm()
    {
        var step = StoriesOfMachines.DmaAfterFree().Draw("story").Steps[^1];
        const string sentence = "camera wrote into pfn 1, which belonged to gpu when the device was told, and belongs to other now.";
        Assert.StartsWith(sentence, step.Violation, StringComparison.Ordinal);
        Assert.All([step.Text, step.Svg, step.Cards], form => Assert.Contains(sentence, form, StringComparison.Ordinal));
        Assert.Equal(["frame broken file new", "frame broken free new"], DrawnSvg.Parse(step.Svg).Groups("broken").Select(frame => frame.Attribute("class")!.Value));
    }

    [Fact]
    public void AWarningOfTheKernelIsSaidInEveryForm()
    {
        var drawing = new MemoryDrawing { Log = ["cannot follow <VM_IO> mapping"] };
        var steps = MemoryPicture.Draw("story", "Story", [new("before", "", new()), new("warn", "", drawing), new("after", "", drawing)]).Steps;
        Assert.Equal(["", "\n◆ kernel log: cannot follow <VM_IO> mapping", "\n  kernel log: cannot follow <VM_IO> mapping"], steps.Select(step => step.Text["  nothing is mapped yet".Length..]));
        Assert.All([steps[1].Svg, steps[1].Cards], form => Assert.Contains("kernel log: cannot follow &lt;VM_IO&gt; mapping", form, StringComparison.Ordinal));
        Assert.Equal([0, 1, 1], steps.Select(step => DrawnSvg.Parse(step.Svg).Groups("log").Count()));
    }

    [Fact]
    public void NamesThatLookAlikeStayApart()
    {
        var machine = new Machine(KernelEras.C3);
        foreach (var name in new[] { "app", "app\u200F", "\u202E", "a  b", "a b" }) machine.CreateProcess(name).Mmap(1, "buffer");
        var text = new MemoryStory("Story", machine).Step("now").Draw("story").Text;
        Assert.All(["app buffer", "app (2) buffer", "unnamed buffer", "a b buffer", "a b (2) buffer"], line => Assert.Contains($" {line} ", text, StringComparison.Ordinal));
    }

    [Fact]
    public void AMillionEqualPagesAreOneRow()
    {
        var machine = new Machine(KernelEras.C3);
        machine.CreateProcess("app").Mmap(1 << 20, "buffer");
        Assert.Contains("0x10000 × 1048576", new MemoryStory("Story", machine).Step("now").Draw("story").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatNobodyCouldReadIsRefused()
    {
        var machine = new Machine(KernelEras.C3);
        var app = machine.CreateProcess("app");
        var vma = app.Mmap(65, "buffer");
        for (var i = 0; i < 65; i++) app.Write(vma.Start.Page(i), $"{i}");
        var error = Assert.Throws<InvalidOperationException>(() => new MemoryStory("Story", machine).Step("now").Draw("story"));
        Assert.StartsWith("The figure would have 65 rows", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AVeryLongNameIsShortenedInThePicture()
    {
        var machine = new Machine(KernelEras.C3);
        machine.CreateProcess(new string('x', 100_000)).Mmap(1, new string('y', 100_000));
        var svg = DrawnSvg.Parse(new MemoryStory("Story", machine).Step("now").Draw("story").Steps[0].Svg);
        Assert.All(svg.All("text"), text => Assert.InRange(text.Words().Length, 1, 120));
    }

    [Fact]
    public void SixStepsOfTwoPagesStayReadable() => Assert.InRange(StoriesOfMachines.PinnedPages().Draw("story").Text.Split('\n').Length, 1, 60);

    [Fact]
    public void ARememberedNumberIsADottedLineFromTheNextStepOn()
    {
        var machine = new Machine(KernelEras.B2);
        var gpu = machine.AddDriver("gpu");
        var frame = gpu.AllocPages(1);
        var story = new MemoryStory("A number", machine).Step("gpu: alloc").Remember("number", frame[0]).Step("look");
        gpu.FreePages(frame);
        var steps = story.Step("gpu: free").Draw("figure").Steps;

        Assert.DoesNotContain("number", steps[0].Text, StringComparison.Ordinal);
        Assert.Contains($"┄┄○ {frame[0].Number}  a number", steps[1].Text, StringComparison.Ordinal);
        Assert.Contains($"┄┄○ {frame[0].Number}  a number", steps[2].Text, StringComparison.Ordinal);
    }
}
