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
    public bool IsFor(string html) => Classes().Matches(html)
        .Any(match => match.Groups["names"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(_classes.Contains));

    [GeneratedRegex(@"^(?::is\()?\.(?<name>[a-z][a-z0-9-]*)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex FirstClasses();

    [GeneratedRegex("class=\"(?<names>[^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Classes();
}
