using System.Collections.Immutable;
using Docsite.Execution;
using Docsite.Reference;
using Docsite.Settings;
using Docsite.Tests.Reference;

namespace Docsite.Tests.Execution;

/// <summary>Which assemblies sessions share, and that none can tell: the address of a type's description says whether it was loaded anew.</summary>
public sealed class SharingTests : IDisposable
{
    private const string Address = "typeof(It).TypeHandle.Value.ToString() // =>";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("docsite-sharing-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("nothing static", "public int Own = 1;")]
    [InlineData("values", "public static readonly int Number = 1; public static double Half { get; } = 0.5; static readonly DateTime Day = new(2026, 1, 1); static readonly decimal Price = 1.5m; const string Name = \"a\"; static readonly DayOfWeek First = DayOfWeek.Monday;")]
    [InlineData("objects", "static readonly int[] Numbers = [1, 2]; static readonly List<It> All = [new(), new()]; static readonly object Gate = new(); static string? s_name; public static It? None { get; set; }")]
    [InlineData("tables", "static readonly Dictionary<string, int> Counts = new(StringComparer.Ordinal) { [\"a\"] = 1 }; static readonly System.Collections.Frozen.FrozenSet<int> Few = System.Collections.Frozen.FrozenSet.Create(1, 2); static readonly System.Collections.Immutable.ImmutableArray<string> Names = [\"a\"];")]
    [InlineData("delegates", "public static Func<int, int> Twice { get; } = n => n * 2; static readonly Action<string> Print = Console.WriteLine;")]
    [InlineData("what the compiler keeps", "public static int[] Odd<T>(int[] all) => all.Where(n => n % 2 == 1).Select(Math.Abs).ToArray(); static ReadOnlySpan<int> Data => [1, 2, 3, 4]; public static int Of(string s) => s switch { \"a\" => 1, \"b\" => 2, \"c\" => 3, \"d\" => 4, \"e\" => 5, \"f\" => 6, \"g\" => 7, _ => 8 };")]
    [InlineData("constants of the framework", "static readonly Type Self = typeof(It); static readonly Version Last = new(1, 2); static readonly System.Text.RegularExpressions.Regex Digits = new(\"[0-9]\"); static readonly System.Xml.Linq.XNamespace Svg = \"http://www.w3.org/2000/svg\";")]
    [InlineData("a circle", "static readonly It Self = new(); readonly It? _same; It() => _same = Self ?? this;")]
    public async Task WhatNobodyChangesIsShared(string what, string members)
    {
        Assert.NotEmpty(what);
        Assert.True(await IsSharedAsync($"public class It {{ {members} }}", "It? it = null;"));
    }

    /// <summary>Each session changes the same; each must find it as it is in a new process.</summary>
    [Theory]
    [InlineData("public static int Count;", "It.Count++ // => 0")]
    [InlineData("public static double Zero = 0.0;", "double.IsNegative(It.Zero) // => false\nIt.Zero = -It.Zero;")]
    [InlineData("public static decimal Price = 1.0m;", "It.Price.ToString() // => \"1.0\"\nIt.Price = 1.00m;")]
    [InlineData("public static readonly int[] Numbers = [1, 2];", "It.Numbers[1]++ // => 2")]
    [InlineData("public static readonly List<int> All = [];", "It.All.Count // => 0\nIt.All.Add(1);")]
    [InlineData("public static readonly It Only = new(); public It? Next; public (int A, int[] B) Pair = (1, [2]);", "It.Only.Next is null // => true\nIt.Only.Pair.B[0]++ // => 2\nIt.Only.Next = new It();")]
    [InlineData("public static readonly Func<int> Next = Counter(); static Func<int> Counter() { var n = 0; return () => n++; }", "It.Next() // => 0")]
    [InlineData("public static event Action? Changed; public static int Heard => Changed?.GetInvocationList().Length ?? 0;", "It.Heard // => 0\nIt.Changed += () => { };")]
    [InlineData("public static readonly It Only = new(); public readonly int Number = 1;", "It.Only.Number // => 1\ntypeof(It).GetField(\"Number\").SetValue(It.Only, 2);")]
    [InlineData("static readonly Dictionary<string, int> Seen = []; public static int See(string s) => Seen[s] = Seen.Count + 1;", "It.See(Guid.NewGuid().ToString()) // => 1")]
    public async Task WhatASessionChangedStartsAnew(string members, string code)
    {
        Assert.False(await IsSharedAsync($"public class It {{ {members} }}", code));
    }

    [Theory]
    [InlineData("a static constructor", "public static readonly int Number; static It() => Number = 1;")]
    [InlineData("a field for each thread", "[ThreadStatic] static int s_count;")]
    [InlineData("a field for each type argument", "static class Of<T> { internal static int Count; }")]
    [InlineData("a pointer", "static unsafe int* s_at;")]
    [InlineData("a native number", "static nint s_handle;")]
    [InlineData("what the runtime keeps", "static readonly System.Runtime.CompilerServices.ConditionalWeakTable<object, object> Notes = [];")]
    [InlineData("what flows", "static readonly AsyncLocal<int> Depth = new();")]
    [InlineData("what hides its state", "static readonly System.Text.StringBuilder Log = new();")]
    [InlineData("a derived one", "sealed class Log : System.IO.StringWriter { } static readonly object Own = new Log();")]
    [InlineData("too much to look through", "static readonly byte[] Memory = new byte[1 << 20];")]
    [InlineData("an initializer that prints", "static readonly int Number = Print(); static int Print() { Console.WriteLine(1); return 1; }")]
    [InlineData("an initializer that sets", "static readonly int Number = Set(); static int Set() { Environment.SetEnvironmentVariable(\"A\", \"b\"); return 1; }")]
    [InlineData("an initializer that throws", "static class Bad { internal static readonly int Number = int.Parse(\"a\"); }")]
    public async Task WhatCannotBeWatchedIsLoadedAnew(string what, string members)
    {
        Assert.NotEmpty(what);
        Assert.False(await IsSharedAsync($"public class It {{ {members} }}", "It? it = null;"));
    }

    [Fact]
    public async Task WhatRunsWhenAModuleIsLoadedKeepsItFromBeingShared() =>
        Assert.False(await IsSharedAsync("public class It { } static class Start { [System.Runtime.CompilerServices.ModuleInitializer] internal static void Run() { } }", "It? it = null;"));

    /// <summary>What prints is loaded by the session that needs it, so the block that needs it prints.</summary>
    [Fact]
    public async Task WhatAnInitializerPrintsIsItsBlocks()
    {
        var runs = await TwiceAsync("public class It { public static readonly int Number = Print(); static int Print() { Console.Write(\"once\"); return 1; } }", "_ = It.Number;");
        Assert.All(runs, run => Assert.Equal("once", run.Output));
    }

    [Fact]
    public async Task WhatRefersToWhatIsMissingIsLoadedAnew()
    {
        var gone = CompiledSource.Write(_folder.FullName, "Gone", "public class Gone { } public struct Lost { }");
        Assert.False(await IsSharedAsync("public class It { } public class Other { static Gone? s_gone; static Lost s_lost; public static Gone Of(Lost lost) => new(); }", "It? it = null;", missing: gone));
    }

    [Fact]
    public async Task WhatRefersToWhatIsNotSharedIsNotShared()
    {
        var counted = CompiledSource.Write(_folder.FullName, "Counted", "public class Count { static Count() { } public static int Number; }");
        Assert.False(await IsSharedAsync("public class It { public static int Next() => ++Count.Number; }", "It.Next() // => 1", counted));
    }

    [Theory]
    [InlineData("1 + Count.Number", true)]
    [InlineData("1 + Count.Number++", false)]
    public async Task AReferenceIsSharedToo(string next, bool isShared)
    {
        var counted = CompiledSource.Write(_folder.FullName, "Counted", "public class Count { public static int Number = 1; }");
        Assert.Equal(isShared, await IsSharedAsync($"public class It {{ public static int Next() => {next}; }}", "It.Next() // => 2", counted));
    }

    /// <summary>Which session is the first in its process depends on the machine; what a block ran must not.</summary>
    [Fact]
    public async Task WhatInitializersEnterCountsForNoBlock()
    {
        var runs = await TwiceAsync("public class It { public static It Only { get; } = new(); public int Number => 1; }", "_ = It.Only;");
        Assert.All(runs, run => Assert.Equal(["P:It.Only"], run.Executed));
        Assert.Equal(Text(runs[0]), Text(runs[1]));
    }

    private async Task<bool> IsSharedAsync(string source, string code, string? reference = null, string? missing = null)
    {
        var runs = await TwiceAsync(source, code, reference, missing);
        return Text(runs[0]) == Text(runs[1]);
    }

    // Two sessions of one process.
    private async Task<ImmutableArray<StepRun>> TwiceAsync(string source, string code, string? reference = null, string? missing = null)
    {
        string[] references = [.. new[] { reference, missing }.OfType<string>()];
        var own = CompiledSource.Write(_folder.FullName, "Own", source.Insert(0, "using System; using System.Collections.Generic; using System.Linq; using System.Threading;\n"), references);
        var settings = new SiteSettings { Root = _folder.FullName, SiteTitle = "Sharing", Timeout = TimeSpan.FromSeconds(30), Reference = new ReferenceSettings() };
        using var runner = new SessionRunner(settings, BlockEnvironment.Framework with
        {
            References = [.. BlockEnvironment.Framework.References, own, .. references],
            Assemblies = [own, .. references.Where(path => path != missing)],
            Projects = [new BuiltProject("Own.csproj", own)],
        });
        var plan = SessionPage.Of($"{code}\n{Address}\nEnvironment.ProcessId // =>");
        StepRun[] runs = [.. await runner.RunAsync(plan, TestContext.Current.CancellationToken), .. await runner.RunAsync(plan, TestContext.Current.CancellationToken)];
        Assert.All(runs, run => Assert.IsType<StepEnd.Completed>(run.End));
        Assert.All(runs, run => Assert.All(run.Values[..^2], value => Assert.IsType<ValueOutcome.Matches>(value.Outcome)));
        Assert.Single(runs.Select(run => ((ValueOutcome.Differs)run.Values[^1].Outcome).Text).Distinct());
        return [.. runs];
    }

    private static string Text(StepRun run) => Assert.IsType<ValueOutcome.Differs>(run.Values[^2].Outcome).Text!;
}
