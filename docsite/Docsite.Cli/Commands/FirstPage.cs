namespace Docsite.Cli.Commands;

/// <summary>A page to start from, in which everything holds.</summary>
internal static class FirstPage
{
    /// <summary>The page's text.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="code">A block of its own; a small sum when none is given.</param>
    internal static string Of(string title, string code = "var answer = 6 * 7;\nanswer   // => 42\nConsole.WriteLine($\"The answer is {answer}.\");\n```\n\n```output\nThe answer is 42.") =>
        $"""
        Title: {Quoted(title)}
        ---

        # {title}

        One sentence that says what this page shows. The block below is run whenever the site is built, and what it states is compared
        with what it gives.

        ```csharp
        {code}
        ```

        """;

    /// <summary>A title from a file's name.</summary>
    internal static string TitleOf(string name)
    {
        var words = Path.GetFileNameWithoutExtension(name).Replace('-', ' ').Replace('_', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    // A title with a colon or a mark would be something else in YAML.
    internal static string Quoted(string title) =>
        title.All(c => char.IsLetterOrDigit(c) || c is ' ' or ',' or '.' or '?') && char.IsLetter(title[0]) ? title : $"\"{title.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
