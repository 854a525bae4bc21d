using Docsite.Execution;
using Docsite.Parsing;

namespace Docsite.Tests.Execution;

/// <summary>Blocks that reach past themselves: each costs only itself and is told at its place.</summary>
public sealed class ContainmentTests(RunnerFixture fixture)
{
    private static readonly BlockOptions Brief = new() { Timeout = TimeSpan.FromMilliseconds(500) };

    [Theory]
    [InlineData("Environment.Exit(3);", "exit code 3")]
    [InlineData("Environment.Exit(0);", "exit code 0")]
    [InlineData("Environment.FailFast(\"oh\");", "failed fast: oh")]
    [InlineData("int Deep(int n) => Deep(n + 1) + n;\nDeep(0);", "stack overflow")]
    [InlineData("while (true) Console.WriteLine(\"again and again and again\");", "more than 1 MiB of output")]
    [InlineData("Console.Write(new string('x', 2_000_000));", "more than 1 MiB of output")]
    [InlineData("using (var raw = Console.OpenStandardOutput()) for (var i = 0; i < 100; i++) raw.Write(new byte[1 << 20]);", "more than 1 MiB of output")]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess().Kill(); Thread.Sleep(-1);", "killed")]
    public async Task AnEndedProcessCostsOnlyItsBlock(string code, string reason)
    {
        var runs = await fixture.RunAsync(SessionPage.Of("var x = 1;\nConsole.Write(\"once\");", "Console.Write(\"so far\");\nx // => 1\n" + code, "x++;", "x // => 2"));
        var ended = Assert.IsType<StepEnd.ProcessEnded>(runs[1].End);
        Assert.Equal(reason, ended.Reason);
        Assert.StartsWith("so far", runs[1].Output, StringComparison.Ordinal);
        Assert.Equal("", runs[1].RawOutput.Trim('\0'));
        Assert.IsType<ValueOutcome.Matches>(runs[1].Values[0].Outcome);
        Assert.Equal("once", runs[0].Output);
        Assert.Equal("", runs[2].Output);
        Assert.IsType<ValueOutcome.Matches>(runs[3].Values[0].Outcome);
    }

    [Theory]
    [InlineData("new Thread(() => { gate.Wait(); Environment.Exit(3); }).Start();", "Environment.Exit(3);", "exit code 3", 2)]
    [InlineData("_ = Task.Run(async () =>\n{\n    await Task.Delay(1);\n    gate.Wait();\n    Environment.Exit(0);\n});", "Environment.Exit(0);", "exit code 0", 1)]
    [InlineData("var timer = new Timer(_ => { if (gate.IsSet) Environment.Exit(3); }, null, 1, 1);", "Environment.Exit(3);", "exit code 3", 1)]
    [InlineData("_ = Task.Run(() =>\n{\n    gate.Wait();\n    Environment.FailFast(\"oh\");\n});", "Environment.FailFast(\"oh\");", "failed fast: oh", 1)]
    [InlineData("void Quit()\n{\n    gate.Wait();\n    Environment.Exit(3);\n}\nThreadPool.UnsafeQueueUserWorkItem(_ => Quit(), null);", "Environment.Exit(3);", "exit code 3", 1)]
    public async Task ALateExitIsThatOfTheBlockThatStartedItAndTheOthersRun(string code, string place, string reason, int escapes)
    {
        // Whoever waits for the end of the process waits for ever where the exit is held back, so only the first one does; it says so before the process can end.
        using var folder = new TemporaryFolder();
        var wait = $"var waited = \"{folder.Path}/waited\";\nvar isFirst = !File.Exists(waited);\nFile.WriteAllText(waited, \"\");\ngate.Set();\nif (isFirst) Thread.Sleep(-1);\n2 // => 3";
        var runs = await fixture.RunAsync(SessionPage.Of("var gate = new ManualResetEventSlim();", "1 // => 1\n" + code, wait, "3 // => 4"));
        Assert.IsType<StepEnd.Completed>(runs[1].End);
        var isHeld = !code.Contains("Unsafe", StringComparison.Ordinal);
        Assert.Equal(escapes, runs[1].Escapes.Length);
        var escape = runs[1].Escapes.Single(one => one.Code == "DOC0406");
        Assert.Equal((place, $"what the block left running ended the process: {reason}"), (escape.Location.Text.Trim('{', '}', ' '), escape.Text));
        Assert.Empty(runs[2].Escapes);
        foreach (var run in runs.Skip(2))
        {
            if (isHeld) Assert.IsType<ValueOutcome.Differs>(run.Values[0].Outcome);
            else Assert.Equal("what page#block-2 left running ended the process", Assert.IsType<StepEnd.NotRun>(run.End).Reason);
        }
    }

    [Fact]
    public async Task AnExitThatABlockCallsIsItsOwnWhereverItIsWritten()
    {
        var runs = await fixture.RunAsync(SessionPage.Of(
            "var go = new AutoResetEvent(false);\nvoid Quit()\n{\n    go.WaitOne();\n    Environment.Exit(3);\n}", "go.Set();\nQuit();",
            "new Thread(Quit).Start();\nWaitHandle.SignalAndWait(go, new ManualResetEvent(false));", "1 // => 2"));
        Assert.Empty(runs[0].Escapes);
        Assert.Equal("Quit();", Assert.IsType<StepEnd.ProcessEnded>(runs[1].End).Location.Text);
        Assert.Equal("WaitHandle.SignalAndWait(go, new ManualResetEvent(false));", Assert.IsType<StepEnd.ProcessEnded>(runs[2].End).Location.Text);
        Assert.IsType<ValueOutcome.Differs>(runs[3].Values[0].Outcome);
    }

    [Fact]
    public async Task AStackThatOverflowsLateIsThatOfTheBlockThatStartedIt()
    {
        var runs = await fixture.RunAsync(SessionPage.Of(
            "var gate = new ManualResetEventSlim();\nint Deep(int n) => Deep(n + 1) + n;\nnew Thread(() => { gate.Wait(); Deep(0); }).Start();", "gate.Set();\nThread.Sleep(-1);", "3 // => 4"));
        Assert.Contains(runs[0].Escapes, escape => escape is { Code: "DOC0406", Text: "what the block left running ended the process: stack overflow" });
        Assert.All(runs.Skip(1), run => Assert.Equal("what page#block-1 left running ended the process", Assert.IsType<StepEnd.NotRun>(run.End).Reason));
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("Thread.Sleep(-1);")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("async void F() => await Task.Delay(-1);\nF();")]
    [InlineData("Enumerable.Repeat(1, int.MaxValue).Select(n => (long)n).Aggregate((a, b) => { while (true) { } })")]
    [InlineData("try { while (true) { } } finally { Console.Write(1); }")]
    [InlineData("lock (new object()) { new Thread(() => { while (true) { } }).Start(); Thread.Sleep(-1); }")]
    public async Task ABlockWithoutEndIsEnded(string code)
    {
        var runs = await fixture.RunAsync(new SessionPage().Block("var x = 1;").Block("Console.Write(\"so far\");\n" + code, Brief).Block("x // => 1").Plan());
        Assert.Equal(Brief.Timeout, Assert.IsType<StepEnd.TimedOut>(runs[1].End).Limit);
        Assert.Equal("so far", runs[1].Output);
        Assert.IsType<ValueOutcome.Matches>(runs[2].Values[0].Outcome);
    }

    [Theory]
    [InlineData("var a = new byte[1 << 30];")]
    [InlineData("var all = new List<byte[]>();\nwhile (true) all.Add(new byte[1 << 20]);")]
    [InlineData("while (true) System.Runtime.InteropServices.Marshal.AllocHGlobal(1 << 26);")]
    [InlineData("while (true) System.Runtime.InteropServices.Marshal.AllocHGlobal(1 << 18);")]
    [InlineData("unchecked { while (true) new Thread(() => Thread.Sleep(-1), 1 << 26).Start(); }")]
    public async Task MemoryHasALimit(string code)
    {
        var runs = await fixture.RunAsync(SessionPage.Of(code, "1 // => 1"));
        Assert.Equal("System.OutOfMemoryException", Assert.IsType<StepEnd.Threw>(runs[0].End).TypeName);
        Assert.IsType<ValueOutcome.Matches>(runs[1].Values[0].Outcome);
    }

    [Theory]
    [InlineData("var writer = new StringWriter();\nConsole.SetOut(writer);\nConsole.Write(1);", "DOC0801", "")]
    [InlineData("Console.Write(1);\nConsole.Out.Close();\nConsole.Write(2);", "DOC0801", "12")]
    [InlineData("CultureInfo.DefaultThreadCurrentCulture = new CultureInfo(\"\") { NumberFormat = { NumberDecimalSeparator = \",\" } };", "DOC0802", "")]
    [InlineData("Environment.SetEnvironmentVariable(\"A\", \"b\");", "DOC0802", "")]
    [InlineData("Directory.SetCurrentDirectory(\"..\");", "DOC0802", "")]
    [InlineData("var thread = new Thread(() => throw new InvalidOperationException(\"oh\"));\nthread.Start();\nthread.Join();", "DOC0409", "")]
    public async Task WhatABlockLeavesBehindIsTold(string code, string id, string output)
    {
        var runs = await fixture.RunAsync(SessionPage.Of(
            "using System.Globalization;", code, "Console.Write(1.5);\nEnvironment.GetEnvironmentVariable(\"A\") // => null\nPath.GetFileName(Environment.CurrentDirectory) // => \"work\""));
        Assert.Equal(id, Assert.Single(runs[1].Escapes).Code);
        Assert.Equal(output, runs[1].Output);
        Assert.IsType<StepEnd.Completed>(runs[1].End);
        Assert.Equal("1.5", runs[2].Output);
        Assert.Empty(runs[2].Escapes);
        Assert.All(runs[2].Values, value => Assert.IsType<ValueOutcome.Matches>(value.Outcome));
    }

    [Theory]
    [InlineData("await Task.WhenAny(Task.Run(() => throw new InvalidOperationException(\"oh\")));", "throw new InvalidOperationException(\"oh\")")]
    [InlineData("async Task F()\n{\n    await Task.Yield();\n    throw new InvalidOperationException(\"oh\");\n}\nTask G() => Task.WhenAny(F());\nawait G();", "throw new InvalidOperationException(\"oh\");")]
    [InlineData("try { await Task.WhenAll(Task.Run(() => throw new InvalidOperationException(\"oh\"))); } catch (InvalidOperationException) { }", null)]
    [InlineData("try { int.Parse(\"a\"); } catch (FormatException) { }\n_ = Task.FromCanceled(new CancellationToken(true));", null)]
    public async Task ATaskThatFailsForNobodyIsTold(string code, string? place)
    {
        var runs = await fixture.RunAsync(SessionPage.Of(code, "1 // => 1"));
        Assert.IsType<StepEnd.Completed>(runs[0].End);
        Assert.Equal(
            place is null ? [] : [("DOC0409", "A task that nobody waits for ended with System.InvalidOperationException: oh", place)],
            runs[0].Escapes.Select(one => (one.Code, one.Text, one.Location.Text.Trim())));
        Assert.IsType<ValueOutcome.Matches>(runs[1].Values[0].Outcome);
    }

    [Theory]
    [InlineData("var task = Task.Run(Fail);\ntry { Task.WaitAll([Task.Delay(1), Task.WhenAny(task)]); } catch (AggregateException) { }", "1 // => 1", true)]
    [InlineData("async Task F()\n{\n    await Task.Yield();\n    Fail();\n}\nList<Task> tasks = [F()];\nawait Task.WhenAny(tasks);", "tasks.Count // => 1", true)]
    [InlineData("var task = Task.Run(Fail);\nawait Task.WhenAny(task);", "try { await task; } catch (InvalidOperationException) { }", false)]
    [InlineData("var task = Task.Run(Fail);\nawait Task.WhenAny(task);", "task.Exception!.InnerExceptions.Count // => 1", false)]
    public async Task ATaskThatIsHeldAndFailsForNobodyIsToldOfTheBlockThatStartedIt(string code, string later, bool isTold)
    {
        var runs = await fixture.RunAsync(SessionPage.Of("0 // => 0", $"static void Fail() => throw new InvalidOperationException(\"oh\");\n{code}", later, "2 // => 2"));
        Assert.All(runs, run => Assert.IsType<StepEnd.Completed>(run.End));
        Assert.Equal(
            isTold ? [("DOC0409", "A task that nobody waits for ended with System.InvalidOperationException: oh")] : [],
            runs[1].Escapes.Select(one => (one.Code, one.Text)));
        Assert.All([runs[0], .. runs.Skip(2)], run => Assert.Empty(run.Escapes));
    }

    [Fact]
    public async Task AFileHasALimit()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Only Linux limits it.");
        var runs = await fixture.RunAsync(SessionPage.Of("using var file = File.Create(\"a\");\nwhile (true) file.Write(new byte[1 << 20]);", "1 // => 1"));
        Assert.NotNull(Assert.IsType<StepEnd.Threw>(runs[0].End));
        Assert.IsType<ValueOutcome.Matches>(runs[1].Values[0].Outcome);
    }

    [Fact]
    public async Task NoSessionNoticesTheOneBefore()
    {
        using var runner = RunnerFixture.NewRunner();
        var code = "Counter.Count++;\nCounter.Count // => 1\nDirectory.GetFileSystemEntries(\".\").Length // => 0\n"
            + "Directory.CreateDirectory(\"a/b\");\nFile.WriteAllText(\"a/b/c\", \"\");\nEnvironment.ProcessId // =>";
        var processes = new HashSet<string>();
        for (var i = 0; i < 3; i++)
        {
            var run = Assert.Single(await runner.RunAsync(SessionPage.Of(code), TestContext.Current.CancellationToken));
            Assert.All(run.Values.Take(2), value => Assert.IsType<ValueOutcome.Matches>(value.Outcome));
            processes.Add(Assert.IsType<ValueOutcome.Differs>(run.Values[2].Outcome).Text);
        }
        Assert.Single(processes);
    }

    [Fact]
    public async Task AThreadsExceptionAfterItsBlockIsThatBlocks()
    {
        var runs = await fixture.RunAsync(SessionPage.Of(
            "var gate = new ManualResetEventSlim();\nvar thread = new Thread(() =>\n{\n    gate.Wait();\n    throw new InvalidOperationException(\"oh\");\n});\nthread.Start();",
            "gate.Set();\nthread.Join();\n1 // => 1"));
        var escape = runs[0].Escapes.Single(one => one.Code == "DOC0409");
        Assert.Equal("throw new InvalidOperationException(\"oh\");", escape.Location.Text);
        Assert.Empty(runs[1].Escapes);
        Assert.IsType<ValueOutcome.Matches>(runs[1].Values[0].Outcome);
    }

    [Theory]
    [InlineData("using var raw = Console.OpenStandardOutput();\nraw.Write(\"raw\"u8);")]
    [InlineData("using var raw = Console.OpenStandardError();\nraw.Write(\"raw\"u8);")]
    public async Task WhatGoesPastTheConsoleIsKept(string code)
    {
        var runs = await fixture.RunAsync(SessionPage.Of("1", code, "2"));
        Assert.Equal(["", "raw", ""], runs.Select(run => run.RawOutput));
        Assert.All(runs, run => Assert.Equal("", run.Output));
    }

    [Fact]
    public async Task ASessionThatCannotBeBroughtBackSaysSo()
    {
        using var folder = new TemporaryFolder();
        var once = $"var file = \"{folder.Path}/once\";\nif (File.Exists(file)) throw new Exception();\nFile.WriteAllText(file, \"\");";
        var runs = await fixture.RunAsync(SessionPage.Of(once, "Environment.Exit(1);", "1", "2"));
        Assert.IsType<StepEnd.Completed>(runs[0].End);
        Assert.All(runs.Skip(2), run => Assert.Equal(
            "the session could not be brought back: page#block-1 ended differently when it ran again",
            Assert.IsType<StepEnd.NotRun>(run.End).Reason));
    }

    [Fact]
    public async Task FilesOfABlockVanishWithItsSession()
    {
        using var runner = RunnerFixture.NewRunner();
        using var folder = new TemporaryFolder();
        _ = await runner.RunAsync(
            SessionPage.Of($"File.WriteAllText(\"a\", \"\");\nFile.WriteAllText(\"{folder.Path}/where\", Path.GetFullPath(\"a\"));"), TestContext.Current.CancellationToken);
        var file = await File.ReadAllTextAsync($"{folder.Path}/where", TestContext.Current.CancellationToken);
        Assert.True(Path.IsPathFullyQualified(file));
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task TheFolderOfAWorkerHasOneNameInWhatIsTold()
    {
        var runs = await fixture.RunAsync(SessionPage.Of(
            "Console.Write(Environment.CurrentDirectory);", "Path.GetFullPath(\"a\") // =>", "File.ReadAllText(\"a\");"));
        Assert.Equal("/docsite/work", runs[0].Output);
        Assert.Equal((null, "/docsite/work/a"), runs[1].Values[0].Outcome is ValueOutcome.Differs value ? (value.Literal, value.Text) : default);
        Assert.Equal("Could not find file '/docsite/work/a'.", Assert.IsType<StepEnd.Threw>(runs[2].End).Message);
    }
}
