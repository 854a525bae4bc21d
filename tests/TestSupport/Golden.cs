using System.Runtime.CompilerServices;

namespace TestSupport;

/// <summary>
/// Compares text with an approved file beside the test. A difference is written as <c>*.received.txt</c>;
/// with <c>ACCEPT_GOLDEN=1</c> the approved file itself is written. Neither happens under <c>CI=true</c>.
/// </summary>
public static class Golden
{
    /// <summary>Fails unless the text equals the approved one, apart from the ends of its lines.</summary>
    /// <param name="actual">The text that the code under test produced.</param>
    /// <param name="name">The approved file's name without <c>.approved.txt</c>, possibly with folders.</param>
    /// <param name="testFile">Filled by the compiler.</param>
    public static void Verify(string actual, string name, [CallerFilePath] string testFile = "")
    {
        var approved = Path.Combine(FolderOf(testFile), name + ".approved.txt");
        var received = Path.Combine(FolderOf(testFile), name + ".received.txt");
        var text = actual.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        var expected = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        if (text == expected)
        {
            File.Delete(received);
            return;
        }

        var isCi = IsSet("CI");
        if (IsSet("ACCEPT_GOLDEN") && !isCi)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(approved)!);
            File.WriteAllText(approved, text);
            File.Delete(received);
            return;
        }

        if (!isCi)
        {
            File.WriteAllText(received, text);
        }

        throw new GoldenMismatchException($"{name} differs from what was approved.\n{FirstDifference(expected, text)}\n  accept with: ACCEPT_GOLDEN=1 dotnet test");
    }

    private static string FolderOf(string testFile)
    {
        // Builds are deterministic, so the compiler writes /_/ for the root of the repository.
        const string MappedRoot = "/_/";
        return Path.GetDirectoryName(testFile.StartsWith(MappedRoot, StringComparison.Ordinal) ? Path.Combine(Repository(), testFile[MappedRoot.Length..]) : testFile)!;
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No repository around {AppContext.BaseDirectory}.");
    }

    private static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value && value is not ("0" or "false");

    private static string FirstDifference(string expected, string actual)
    {
        var before = expected.Split('\n');
        var after = actual.Split('\n');
        var line = Enumerable.Range(0, Math.Max(before.Length, after.Length)).First(i => before.ElementAtOrDefault(i) != after.ElementAtOrDefault(i));
        return $"  line {line + 1}\n    approved: {before.ElementAtOrDefault(line)}\n    actual:   {after.ElementAtOrDefault(line)}";
    }
}
