using System.Collections.Immutable;
using System.Globalization;
using Docsite.Diagnostics;

namespace Docsite.Parsing;

/// <summary>The keys that say something about a page, and the form of their values.</summary>
/// <remarks>A site may say more about its pages than this tool reads, as Statiq's do; what only resembles one of its keys is a slip.</remarks>
internal static class PageKeys
{
    private static readonly ImmutableArray<PageKey> OfEvery =
    [
        new("Title", _ => true, "text"),
        new("Description", _ => true, "text"),
        new("Order", IsInteger, "a whole number"),
        new("Xref", _ => true, "text"),
        new("Published", IsDate, "a date such as 2024-05-31"),
        new("Updated", IsDate, "a date such as 2024-05-31"),
        new("Excluded", IsBoolean, "true or false"),
        new("ShowInSidebar", IsBoolean, "true or false"),
        new("RedirectFrom", IsAddress, "an address of this site such as old/page, or a list of them") { IsList = true },
        new("DestinationPath", IsPath, "a path of this site such as learn/pins.html"),
        new("DestinationFileName", text => IsPath(text) && !text.Contains('/', StringComparison.Ordinal), "a file name such as pins.html"),
        new("Glossary", IsBoolean, "true or false"),
        new("Explains", _ => true, "a word of the glossary, or a list of them") { IsList = true },
        new("Layout", text => text.Equals("home", StringComparison.OrdinalIgnoreCase), "home, the only other layout than a page's"),
    ];

    /// <summary>The keys of a Markdown page.</summary>
    public static ImmutableArray<PageKey> OfPage { get; } = OfEvery;

    /// <summary>The keys of a folder's or a page's <c>_name.yml</c>.</summary>
    public static ImmutableArray<PageKey> OfFolder { get; } = OfEvery.Add(new("Recursive", IsBoolean, "true or false"));

    /// <summary>The keys of an example file; the forms of those that are options of a fence are checked as such.</summary>
    /// <param name="variantWords">The words by which the settings call variants.</param>
    public static ImmutableArray<PageKey> OfExample(IEnumerable<string> variantWords) =>
    [
        .. OfEvery, new("Group", _ => true, "text"), new("Claims", _ => true, "text"),
        .. variantWords.Concat(["Throws", "Timeout", "Highlight"]).Select(word => new PageKey(Capital(word), _ => true, "text")),
    ];

    /// <summary>What is wrong with a key and its value; nothing where they can be used.</summary>
    /// <param name="keys">The keys that there are.</param>
    /// <param name="name">The key as written.</param>
    /// <param name="values">Its value, or those of a list; nothing for anything else.</param>
    public static KeyProblem? Check(ImmutableArray<PageKey> keys, string name, IReadOnlyList<string>? values)
    {
        if (keys.FirstOrDefault(key => key.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } key)
        {
            return values is not null && (key.IsList || values.Count == 1) && values.All(key.Accepts) ? null : new KeyProblem.OfValue($"{key.Name} is not {key.Form}");
        }
        var names = keys.Select(one => one.Name).ToList();
        var allowed = $"known are {string.Join(", ", names)}";
        return NearestWord.Of(name, names) is { } nearest
            ? new KeyProblem.OfKey(Severity.Error, $"unknown key {name}; did you mean {nearest}?", allowed)
            : new KeyProblem.OfKey(Severity.Warning, $"nothing reads the key {name}", allowed);
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static bool IsInteger(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static bool IsBoolean(string text) => bool.TryParse(text, out _);

    private static bool IsDate(string text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    private static bool IsPath(string text) => text.EndsWith(".html", StringComparison.Ordinal) && IsInside(text.TrimStart('/'));

    private static bool IsAddress(string text) => text.Split(',').Select(one => one.Trim()).All(one =>
        one.Length == 0 || (!one.Contains("://", StringComparison.Ordinal) && IsInside(one.Replace('\\', '/').TrimStart('~', '/').TrimEnd('/'))));

    // Each step of the way has a name, so that nothing is written outside of the site or where a build keeps its own.
    internal static bool IsInside(string path) =>
        path.Length == 0 || path.Split('/').All(step => step.Length > 0 && step[0] != '.' && step.IndexOfAny(['\\', ':', '\0', '*', '?', '"', '<', '>', '|', '#']) < 0);
}

/// <summary>A key and the form of its value.</summary>
/// <param name="Name">The key; upper and lower case are the same.</param>
/// <param name="Accepts">Whether a text has the form.</param>
/// <param name="Form">The form in words.</param>
internal sealed record PageKey(string Name, Func<string, bool> Accepts, string Form)
{
    /// <summary>Whether several values may be given.</summary>
    public bool IsList { get; init; }
}

/// <summary>What is wrong with a key or its value.</summary>
internal abstract record KeyProblem(string Message)
{
    /// <summary>The key is none of those that are known.</summary>
    public sealed record OfKey(Severity Severity, string Message, string Allowed) : KeyProblem(Message);

    /// <summary>The value does not have the form that the key asks for.</summary>
    public sealed record OfValue(string Message) : KeyProblem(Message);
}
