using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>The measuring scripts, one function a file.</summary>
internal static class Measures
{
    /// <summary>Runs a measure in a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">The script's file name.</param>
    /// <param name="argument">What the function takes, if anything.</param>
    public static Task<string[]> MeasureAsync(this IPage page, string name, object? argument = null) => page.EvaluateAsync<string[]>(Text(name), argument);

    // Comments go first: what is evaluated has to be an expression.
    private static string Text(string name) => string.Join('\n', File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Measures", name)).SkipWhile(line => line.StartsWith("//", StringComparison.Ordinal)));
}
