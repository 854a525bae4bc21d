namespace Docsite.Tests.Verification;

/// <summary>
/// Every kind of failure at every place a block can stand: each is found at exactly the characters between « and », and none
/// disturbs another. The places and the kinds are two lists; a new entry is tested against all of the other.
/// </summary>
public sealed class FaultMatrixTests(CaseFolders folders) : IClassFixture<CaseFolders>
{
    /// <summary>What stands before a block's first line and before its others, above the first block, and what ends lines.</summary>
    private static readonly Dictionary<string, MarkedPage.Place> PlacesByName = new(StringComparer.Ordinal)
    {
        ["top level"] = new("", "", "", "\n"),
        ["list"] = new("- ", "  ", "", "\n"),
        ["ordered list"] = new("10. ", "    ", "", "\n"),
        ["nested list"] = new("- - ", "    ", "", "\n"),
        ["list with a tab"] = new("-\t", "\t", "", "\n"),
        ["quote"] = new("> ", "> ", "", "\n"),
        ["quote without spaces"] = new(">", ">", "", "\n"),
        ["nested quote"] = new("> > ", "> > ", "", "\n"),
        ["list in a quote"] = new("> 1. ", ">    ", "", "\n"),
        ["quote in a list"] = new("* > ", "  > ", "", "\n"),
        ["indented"] = new("   ", "   ", "", "\n"),
        ["carriage returns and line feeds"] = new("- ", "  ", "", "\r\n"),
        ["carriage returns"] = new("> ", "> ", "", "\r"),
        ["behind a byte-order mark"] = new("", "", "\uFEFF", "\n"),
        ["below front matter"] = new("", "", "Title: Ä 😀\nDescription: |\n  two\n  lines\n---\n", "\n"),
        ["below other characters"] = new("- ", "  ", "幅 😀 e\u0301 \t\u2028 &amp; `x`\n\n", "\r\n"),
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
        var page = new MarkedPage();
        page.Append(PlacesByName[name].Above.ReplaceLineEndings(PlacesByName[name].LineEnd));
        foreach (var (id, lines) in Kinds) page.Add(id, lines, PlacesByName[name]);
        Assert.Equal(page.Expected, MarkedPage.Found(await folders.AgainAsync("page.md", page.Bytes)));
    }
}
