using System.Text;

namespace Docsite.Tests.Verification;

/// <summary>
/// Every kind of failure at every place a block can stand: each is found at exactly the characters between « and », and none
/// disturbs another. The places and the kinds are two lists; a new entry is tested against all of the other.
/// </summary>
public sealed class FaultMatrixTests(CaseFolders folders) : IClassFixture<CaseFolders>
{
    /// <summary>What stands before a block's first line and before its others, above the first block, and what ends lines.</summary>
    private static readonly Dictionary<string, (string First, string Later, string Above, string LineEnd)> PlacesByName = new(StringComparer.Ordinal)
    {
        ["top level"] = ("", "", "", "\n"),
        ["list"] = ("- ", "  ", "", "\n"),
        ["ordered list"] = ("10. ", "    ", "", "\n"),
        ["nested list"] = ("- - ", "    ", "", "\n"),
        ["list with a tab"] = ("-\t", "\t", "", "\n"),
        ["quote"] = ("> ", "> ", "", "\n"),
        ["quote without spaces"] = (">", ">", "", "\n"),
        ["nested quote"] = ("> > ", "> > ", "", "\n"),
        ["list in a quote"] = ("> 1. ", ">    ", "", "\n"),
        ["quote in a list"] = ("* > ", "  > ", "", "\n"),
        ["indented"] = ("   ", "   ", "", "\n"),
        ["carriage returns and line feeds"] = ("- ", "  ", "", "\r\n"),
        ["carriage returns"] = ("> ", "> ", "", "\r"),
        ["behind a byte-order mark"] = ("", "", "\uFEFF", "\n"),
        ["below front matter"] = ("", "", "Title: Ä 😀\nDescription: |\n  two\n  lines\n---\n", "\n"),
        ["below other characters"] = ("- ", "  ", "幅 😀 e\u0301 \t\u2028 &amp; `x`\n\n", "\r\n"),
    };

    /// <summary>Lines of a block and its fences. What ends its process has a session of its own, so that nothing is run again for the others.</summary>
    private static readonly (string Id, string Lines)[] Kinds =
    [
        ("DOC0301", "```csharp|var a = «;»|```"),
        ("DOC0301", "```csharp|/* 😀\té */ int b = «\"text\"»;|```"),
        ("DOC0302", "```csharp|void F() { int «c»; }|```"),
        ("DOC0401", "```csharp|var d = 1;|\t«throw new InvalidOperationException(\"é\");»|```"),
        ("DOC0201", "```csharp|#region hide|var e = 1;|#endregion|e + 1  // => «3»  // a reason|```"),
        ("DOC0202", "```csharp|true  «// =>»|```"),
        ("DOC0204", "```csharp||  «40 + 2»|```"),
        ("DOC0205", "```csharp|Console.WriteLine(\"a\\n\\ntwo\");|```|```output|a||tw«e»|```"),
        ("DOC0206", "«```csharp»|Console.WriteLine(1);|```"),
        ("DOC0207", "```csharp|var f = 1;|```|«```output»|a|```"),
        ("DOC0303", "```csharp fails=«CS0029»|var g = 1;|```"),
        ("DOC0402", "```csharp throws=«Exception»|var h = 1;|```"),
        ("DOC0403", "```csharp throws=«Exception»|throw new InvalidOperationException();|```"),
        ("DOC0405", "```csharp fresh timeout=250ms|var i = 0;|«while (true) i++;»|```"),
        ("DOC0406", "```csharp fresh|«Environment.Exit(3);»|```"),
        ("DOC0501", "```csharp|Show(new Tower(\"x\"));|```|```figure|Tower of «2»||1. lay x|   [x]|```"),
        ("DOC0101", "```csharp «fials»=CS0029|int j = \"\";|```"),
    ];

    public static TheoryData<string> Places() => [.. PlacesByName.Keys];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task EveryFailureIsFoundAtItsPlace(string name)
    {
        var place = PlacesByName[name];
        var marked = place.Above.ReplaceLineEndings(place.LineEnd) + string.Concat(Kinds.Select(kind => Wrapped(kind.Lines, place)));
        var (text, spans) = WithoutMarks(marked);

        var result = await folders.AgainAsync("page.md", Encoding.UTF8.GetBytes(text));

        var mark = text.StartsWith('\uFEFF') ? 1 : 0;
        var expected = Kinds.Zip(spans, (kind, span) => $"{kind.Id} {span.Start - mark}-{span.End - mark} {text[span.Start..span.End]}");
        var found = result.Findings.OrderBy(finding => finding.Location.Span.Start).Select(finding => $"{finding.Id} {finding.Location.Span.Start}-{finding.Location.Span.End} {finding.Location.Text}");
        Assert.Equal(expected, found);
    }

    private static string Wrapped(string lines, (string First, string Later, string Above, string LineEnd) place) =>
        string.Concat(lines.Split('|').Select((line, i) => (i == 0 ? place.First : line.Length == 0 ? place.Later.TrimEnd() : place.Later) + line + place.LineEnd))
        // A comment between two lists keeps them apart, and the blocks of two quotes too.
        + place.LineEnd + "<!-- next -->" + place.LineEnd + place.LineEnd;

    private static (string Text, List<(int Start, int End)> Spans) WithoutMarks(string marked)
    {
        var text = new StringBuilder();
        var spans = new List<(int Start, int End)>();
        var start = 0;
        foreach (var c in marked)
        {
            if (c == '«') start = text.Length;
            else if (c == '»') spans.Add((start, text.Length));
            else text.Append(c);
        }
        return (text.ToString(), spans);
    }
}
