using System.Collections.Immutable;
using System.Xml.Linq;

namespace LinuxMm.Figures;

/// <summary>A comparison as text, as a table and as cards.</summary>
internal static class ComparisonMarkup
{
    public static string Text(ImmutableArray<ComparedLine> rows, CodeSide before, CodeSide after) =>
        string.Join('\n', [.. rows.Select(row => $"{Sign(row)} {row.Before ?? row.After}"), $"before gives {before.Result}", $"after gives {after.Result}"]);

    public static string Table(string prefix, string title, ImmutableArray<ComparedLine> rows, CodeSide before, CodeSide after) => new XElement(
        "section",
        new XAttribute("class", "mm-matrix mm-compared"),
        new XAttribute("tabindex", "0"),
        new XAttribute("aria-labelledby", $"{prefix}-t"),
        new XElement(
            "table",
            new XElement("caption", new XAttribute("id", $"{prefix}-t"), title),
            new XElement("thead", new XElement("tr", Head("before"), Head("after"))),
            new XElement("tbody", ComparedLines.Paired(rows).Select(row => new XElement("tr", Code(row.Before, row.IsSame ? "" : "removed", "−"), Code(row.After, row.IsSame ? "" : "added", "+")))),
            new XElement("tfoot", new XElement("tr", Result(before), Result(after))))).ToString(SaveOptions.DisableFormatting);

    public static string Cards(ImmutableArray<ComparedLine> rows, CodeSide before, CodeSide after) => new XElement(
        "ul",
        new XAttribute("class", "mm-cards"),
        Card("before", rows.Where(row => row.Before is not null).Select(row => $"{(row.IsSame ? "" : "− ")}{row.Before}"), before),
        Card("after", rows.Where(row => row.After is not null).Select(row => $"{(row.IsSame ? "" : "+ ")}{row.After}"), after)).ToString(SaveOptions.DisableFormatting);

    private static XElement Head(string text) => new("th", new XAttribute("scope", "col"), text);

    private static string Sign(ComparedLine row) => row.IsSame ? " " : row.After is null ? "-" : "+";

    private static XElement Code(string? line, string kind, string sign) => line is null
        // A string, however short, keeps the end tag: HTML reads a self-closing cell as one that was never closed.
        ? new XElement("td", new XAttribute("class", "nothing"), "")
        : new XElement("td", new XAttribute("class", kind.Length == 0 ? "same" : kind), new XElement("code", $"{(kind.Length == 0 ? " " : sign)} {line}"));

    private static XElement Result(CodeSide side) => new("td", new XAttribute("class", "gives"), "gives ", new XElement("b", side.Result));

    private static XElement Card(string name, IEnumerable<string> lines, CodeSide side) => new(
        "li", new XAttribute("class", "mm-card"), new XElement("p", new XElement("b", name), $" gives {side.Result}"), new XElement("ul", lines.Select(line => new XElement("li", line))));
}
