using System.Collections.Concurrent;
using Docsite.Execution;
using Docsite.Pages;
using Docsite.Planning;
using Docsite.Settings;
using Docsite.Tests.Verification.Toys;
using TestSupport;

namespace Docsite.Tests.Verification;

/// <summary>All folders below <c>Cases</c>, run once; their pages run side by side as a site's do.</summary>
public sealed class CaseFolders : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<PageCase>>> _cases = new(StringComparer.Ordinal);
    private readonly SessionRunner _runner = new(Settings, BlockEnvironment.Framework with
    {
        References = BlockEnvironment.Framework.References.Add(typeof(Tower).Assembly.Location),
        Assemblies = [typeof(Tower).Assembly.Location],
    });

    public static SiteSettings Settings { get; } = new()
    {
        Root = ".",
        SiteTitle = "Cases",
        VariantName = "era",
        Usings = ["Docsite.Tests.Verification.Toys"],
        Variants = [new Variant("A", "var era = 1;"), new Variant("B2", "var era = 2;"), new Variant("C3", "var era = 3;"), new Variant("Broken", "var era = ;")],
        DefaultVariant = new Variant("C3", "var era = 3;"),
        Verdicts = ["confirmed", "refuted"],
        Timeout = TimeSpan.FromSeconds(30),
        MemoryLimitBytes = 128L << 20,
    };

    /// <summary>The one file that pages can take code from.</summary>
    private static PageText Source { get; } = new("examples/towers.cs",
        """
        using System;

        class Program
        {
            static void Main()
            {
                #region build
                var tower = new Tower("a");

                if (tower.Height == 1)
                {
                    Console.WriteLine("one");
                }
                #endregion
                #region values
                1 + 1  // => 3
                #endregion
                #region open
            }
        }

        """);

    public static string Root { get; } = Repository.PathOf("tests", "Docsite.Tests", "Cases");

    /// <summary>The name of the file that a case is about.</summary>
    public static string FileOf(string name) => File.Exists(Path.Combine(Root, name, "example.cs")) ? "example.cs" : "page.md";

    public static IEnumerable<string> Names => Directory.EnumerateDirectories(Root).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    internal Task<PageCase> ResultAsync(string name)
    {
        foreach (var one in Names) _ = Started(one).Value;
        return Started(name).Value;
    }

    internal Task<PageCase> AgainAsync(string file, byte[] bytes, PageText? source = null) => file == "example.cs"
        ? PageCase.RunExampleAsync(bytes, _runner, Settings)
        : PageCase.RunAsync(bytes, _runner, Settings, path => path == source?.Path ? source : path == Source.Path ? Source : null);

    public void Dispose() => _runner.Dispose();

    private Lazy<Task<PageCase>> Started(string name) => _cases.GetOrAdd(name, one => new Lazy<Task<PageCase>>(
        async () => await AgainAsync(FileOf(one), await File.ReadAllBytesAsync(Path.Combine(Root, one, FileOf(one))))));
}
