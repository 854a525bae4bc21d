using Docsite.Execution;
using Docsite.Parsing;

namespace Docsite.Tests.Execution;

/// <summary>What a block started and did not wait for: it is told, and nothing of it is left.</summary>
public sealed class LeftBehindTests(RunnerFixture fixture)
{
    private static readonly BlockOptions Brief = new() { Timeout = TimeSpan.FromMilliseconds(500) };

    [Theory]
    [InlineData("_ = Task.Run(() => Thread.Sleep(-1));")]
    [InlineData("var timer = new Timer(_ => Console.Write(1), null, 1000, 1000);")]
    [InlineData("var held = new Thread(() => Thread.Sleep(-1));\nheld.Start();")]
    [InlineData("Environment.SetEnvironmentVariable(\"A\", \"b\");")]
    [InlineData("try { while (true) System.Runtime.InteropServices.Marshal.AllocHGlobal(1 << 26); } catch (OutOfMemoryException) { }")]
    public async Task AProcessWithSomethingLeftRunsNoOtherSession(string code)
    {
        using var runner = RunnerFixture.NewRunner();
        var first = await runner.RunAsync(SessionPage.Of("Environment.ProcessId // =>\n" + code), TestContext.Current.CancellationToken);
        var second = await runner.RunAsync(SessionPage.Of("Environment.ProcessId // =>"), TestContext.Current.CancellationToken);
        Assert.NotEqual(
            Assert.IsType<ValueOutcome.Differs>(first[0].Values[0].Outcome).Text,
            Assert.IsType<ValueOutcome.Differs>(second[0].Values[0].Outcome).Text);
    }

    [Fact]
    public async Task AProcessThatLeavesTheGroupIsToldAndDoesNotOutliveItsBlock()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells what a block leaves behind.");
        // Others run processes of that name too, and these end while they are looked at.
        var seconds = $"7791.{Environment.ProcessId}";
        var runs = await fixture.RunAsync(SessionPage.Of(
            $"System.Diagnostics.Process.Start(\"setsid\", \"--fork sleep {seconds}\").WaitForExit();",
            $"static string Line(string process)\n{{\n    try {{ return File.ReadAllText(process + \"/cmdline\"); }}\n    catch (IOException) {{ return \"\"; }}\n}}\n"
            + $"Directory.EnumerateDirectories(\"/proc\").Where(one => char.IsAsciiDigit(one[6])).Count(one => Line(one).StartsWith(\"sleep\\0{seconds}\")) // => 0"));
        Assert.Equal("DOC0804", Assert.Single(runs[0].Escapes).Code);
        Assert.IsType<ValueOutcome.Matches>(runs[1].Values[0].Outcome);
    }

    [Theory]
    [InlineData("new Thread(() => Thread.Sleep(-1)).Start();", "DOC0803")]
    [InlineData("new Thread(() => Thread.Sleep(-1)) { IsBackground = true, Name = \"mine\" }.Start();", "DOC0803")]
    [InlineData("System.Diagnostics.Process.Start(\"sleep\", \"600\");", "DOC0804")]
    [InlineData("var thread = new Thread(() => Console.Write(1));\nthread.Start();\nthread.Join();", null)]
    [InlineData("await Task.Run(() => Console.Write(1));\nParallel.For(0, 9, n => { });", null)]
    [InlineData("using (var child = System.Diagnostics.Process.Start(\"true\"))\n{\n    child.WaitForExit();\n}", null)]
    [InlineData("using var timer = new Timer(_ => { }, null, 1, 1);", null)]
    public async Task WhatKeepsRunningIsToldOnce(string code, string? id)
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("It looks into /proc.");
        var runs = await fixture.RunAsync(SessionPage.Of(code, "1 // => 1"));
        Assert.IsType<StepEnd.Completed>(runs[0].End);
        Assert.Equal(id is null ? [] : [id], runs[0].Escapes.Select(one => one.Code));
        Assert.Empty(runs[1].Escapes);
    }

    [Theory]
    [InlineData("_ = Task.Run(async () =>\n{\n    while (await Task.Delay(20).ContinueWith(_ => true))\n    Console.WriteLine(\"late\");\n});", "prints when the block is over: late", 5)]
    [InlineData("var timer = new Timer(_ => Console.Write(\"late\"), null, 60, 20);", "prints when the block is over: late", 2)]
    [InlineData("var timer = new Timer(Console.Error.WriteLine, \"late\", 20, 20);", "prints when the block is over: late", 1)]
    [InlineData("_ = Task.Run(async () =>\n{\n    await Task.Delay(1);\n    throw new InvalidOperationException(\"late\");\n});", "A task that nobody waits for ended with System.InvalidOperationException: late", 5)]
    [InlineData("_ = Task.Run(async () => await Task.Delay(60));\nvar source = new CancellationTokenSource(60);", null, 0)]
    [InlineData("var timer = new Timer(_ => Console.Write(\"never\"), null, 60_000, 1);", null, 0)]
    [InlineData("sealed class Loud : IDisposable { public void Dispose() { } }\nusing var loud = new Loud();\nawait Task.Run(() => Console.Write(1));", null, 0)]
    // Lines are counted from the fence.
    public async Task WhatHappensWhenABlockIsOverIsTheBlocks(string code, string? message, int place)
    {
        var runs = await fixture.RunAsync(SessionPage.Of(code, "1 // => 1"));
        Assert.All(runs, run => Assert.IsType<StepEnd.Completed>(run.End));
        // On a busy machine it prints while a block runs as well, which is that block's output.
        Assert.Equal(message is null ? [] : [message], runs[0].Escapes.Select(one => one.Text.Replace("What the block left running ", "", StringComparison.Ordinal)));
        if (message is not null) Assert.Equal(place, runs[0].Escapes[0].Location.Start.Line + 1 - runs[0].Step.Location.Start.Line);
        Assert.Empty(runs[1].Escapes);
    }

    [Fact]
    public async Task WhatPrintsWhileALaterBlockWaitsForItIsThatBlocksOutput()
    {
        var runs = await fixture.RunAsync(SessionPage.Of("var gate = new SemaphoreSlim(0);\nvar task = Task.Run(async () =>\n{\n    await gate.WaitAsync();\n    Console.Write(\"told\");\n});", "gate.Release();\nawait task;"));
        Assert.All(runs, run => Assert.Empty(run.Escapes));
        Assert.Equal("told", runs[1].Output);
    }

    [Fact]
    public async Task AProcessThatLeavesTheGroupHoldsNothingUp()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("It needs setsid.");
        var runs = await fixture.RunAsync(new SessionPage()
            .Block("System.Diagnostics.Process.Start(\"setsid\", \"sleep 30\");\nwhile (true) { }", Brief).Block("1 // => 1").Plan());
        Assert.IsType<StepEnd.TimedOut>(runs[0].End);
        Assert.IsType<ValueOutcome.Matches>(runs[1].Values[0].Outcome);
    }

    [Fact]
    public async Task AnEndedBlockTakesItsChildrenWithIt()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("It looks into /proc.");
        var runs = await fixture.RunAsync(new SessionPage()
            .Block("var child = System.Diagnostics.Process.Start(\"sleep\", \"600\");\nConsole.Write(child.Id);\nwhile (true) { }", Brief).Plan());
        Assert.IsType<StepEnd.TimedOut>(runs[0].End);
        Assert.NotEmpty(runs[0].Output);
        // What is killed still has to come to a processor to end.
        Assert.True(SpinWait.SpinUntil(() => IsOver($"/proc/{runs[0].Output}/stat"), TimeSpan.FromMinutes(1)));
    }

    private static bool IsOver(string status)
    {
        try
        {
            return File.ReadAllText(status).Contains(") Z", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return true;
        }
    }
}
