using System.Runtime.CompilerServices;
using System.Text;

namespace TestSupport;

/// <summary>Compares a text with the file that holds the expected one.</summary>
/// <remarks>
/// With <c>DOCSITE_ACCEPT=1</c> in the environment the file is written instead, except under <c>CI=true</c>, so that a build
/// never approves its own results.
/// </remarks>
public static class Golden
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Compares with <c>name.approved.txt</c> beside the test.</summary>
    /// <param name="actual">The text that was made; its last line gets an end.</param>
    /// <param name="name">The approved file's name, possibly with folders.</param>
    /// <param name="testFile">Filled by the compiler.</param>
    /// <exception cref="GoldenMismatchException">The file differs or is missing.</exception>
    public static void Verify(string actual, string name, [CallerFilePath] string testFile = "")
    {
        // Builds are deterministic, so the compiler writes /_/ for the root of the repository.
        var file = testFile.Replace("/_/", Repository.Root + "/", StringComparison.Ordinal);
        Compare(Path.Combine(Path.GetDirectoryName(file)!, name + ".approved.txt"), actual.ReplaceLineEndings("\n").TrimEnd('\n') + "\n");
    }

    /// <summary>Compares with a file, byte for byte.</summary>
    /// <param name="path">The expected file's full path.</param>
    /// <param name="actual">The text that was made.</param>
    /// <exception cref="GoldenMismatchException">The file differs or is missing.</exception>
    public static void Compare(string path, string actual) => Compare(path, Utf8.GetBytes(actual));

    /// <summary>Compares with a file, byte for byte.</summary>
    /// <param name="path">The expected file's full path.</param>
    /// <param name="actual">The bytes that were made.</param>
    /// <exception cref="GoldenMismatchException">The file differs or is missing.</exception>
    public static void Compare(string path, ReadOnlySpan<byte> actual)
    {
        var exists = File.Exists(path);
        var expected = exists ? File.ReadAllBytes(path) : [];
        if (exists && actual.SequenceEqual(expected)) return;
        if (IsAccepting)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, actual);
            return;
        }
        var file = Path.GetRelativePath(Repository.Root, path);
        throw new GoldenMismatchException(exists
            ? $"{file} differs ('-' expected, '+' actual):\n{LineDiff.Of(Utf8.GetString(expected), Utf8.GetString(actual))}\nSet DOCSITE_ACCEPT=1 to write it."
            : $"{file} is missing; DOCSITE_ACCEPT=1 writes it:\n{Utf8.GetString(actual)}");
    }

    private static bool IsAccepting =>
        Environment.GetEnvironmentVariable("DOCSITE_ACCEPT") == "1" && Environment.GetEnvironmentVariable("CI") != "true";
}
