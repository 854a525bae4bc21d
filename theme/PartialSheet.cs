using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Docsite.Theme;

/// <summary>A style sheet for parts that many pages do without; linked where one of its classes is used.</summary>
internal sealed partial class PartialSheet
{
    private readonly FrozenSet<string> _classes;

    /// <param name="name">Its file name.</param>
    /// <param name="css">Its text; the classes that its rules begin with are what it is for.</param>
    public PartialSheet(string name, string css)
    {
        Name = name;
        _classes = FirstClasses().Matches(css).Select(match => match.Groups["name"].Value).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Its file name, below <c>assets</c>.</summary>
    public string Name { get; }

    /// <summary>Whether some HTML uses one of its classes.</summary>
    public bool IsFor(string html)
    {
        var classes = _classes.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var match in Classes().EnumerateMatches(html))
        {
            var names = html.AsSpan(match.Index, match.Length);
            foreach (var name in names.Split(' '))
            {
                if (classes.Contains(names[name])) return true;
            }
        }
        return false;
    }

    [GeneratedRegex(@"^(?::is\()?\.(?<name>[a-z][a-z0-9-]*)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex FirstClasses();

    [GeneratedRegex("(?<=class=\")[^\"]*", RegexOptions.CultureInvariant)]
    private static partial Regex Classes();
}
