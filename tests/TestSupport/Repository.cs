using System.Diagnostics;

namespace TestSupport;

/// <summary>The files of this repository, found from the test's own place.</summary>
public static class Repository
{
    /// <summary>The folder of <c>FrameVectors.slnx</c>.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>An absolute path below the root.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The files git tracks or would track, with <c>/</c> between folders, in ordinal order.</summary>
    public static IReadOnlyList<string> Files => Listed.Value;

    private static readonly Lazy<IReadOnlyList<string>> Listed = new(ListFiles);

    private static string FindRoot(string from) =>
        File.Exists(Path.Combine(from, "FrameVectors.slnx"))
            ? from
            : FindRoot(Path.GetDirectoryName(from) ?? throw new InvalidOperationException("The tests run outside the repository."));

    private static IReadOnlyList<string> ListFiles()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["ls-files", "-co", "--exclude-standard"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
        })!;
        var names = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        return [.. names.Where(name => File.Exists(PathOf(name))).Distinct().Order(StringComparer.Ordinal)];
    }
}
