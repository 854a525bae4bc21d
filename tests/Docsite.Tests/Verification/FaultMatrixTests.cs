using System.Text;
using Docsite.Pages;

namespace Docsite.Tests.Verification;

/// <summary>
/// Every kind of failure at every place a block can stand: each is found at exactly the characters between « and », and none
/// disturbs another. The places and the kinds are two lists; a new entry is tested against all of the other.
/// </summary>
public sealed class FaultMatrixTests(CaseFolders folders) : IClassFixture<CaseFolders>
{
    /// <summary>Where a block stands on a page.</summary>
    private static readonly Dictionary<string, MarkedPage.Place> PlacesByName = new(StringComparer.Ordinal)
    {
        ["top level"] = new(),
        ["list"] = new("- ", "  "),
        ["ordered list"] = new("10. ", "    "),
        ["nested list"] = new("- - ", "    "),
        ["list below its text"] = new("- Text.\n\n  ", "  "),
        ["list with a tab"] = new("-\t", "\t"),
        ["quote"] = new("> ", "> "),
        ["quote without spaces"] = new(">", ">"),
        ["nested quote"] = new("> > ", "> > "),
        ["list in a quote"] = new("> 1. ", ">    "),
        ["quote in a list"] = new("* > ", "  > "),
        ["indented"] = new("   ", "   "),
        ["container"] = new("::: details More\n\n") { Below = "\n:::\n" },
        ["container in a list"] = new("- ::: details More\n\n  ", "  ") { Below = "\n  :::\n" },
        ["container in a list in a quote"] = new("> - ::: details More\n>\n>   ", ">   ") { Below = ">\n>   :::\n" },
        ["footnote"] = new("Text.[^{n}]\n\n[^{n}]: A note.\n\n    ", "    "),
        ["footnote on the line of its name"] = new("Text.[^{n}]\n\n[^{n}]: ", "    "),
        ["footnote without text"] = new("Text.[^{n}]\n\n[^{n}]:\n    ", "    "),
        ["definition"] = new("Word {n}\n:   ", "    "),
        ["definition below its text"] = new("Word {n}\n:   Text.\n\n    ", "    "),
        ["callout"] = new("> [!NOTE]\n> ", "> "),
        ["lettered list"] = new("a. ", "   "),
        ["task"] = new("- [ ] Text.\n\n  ", "  "),
        ["done task in a quote"] = new("> - [x] Text.\n>\n>   ", ">   "),
        ["element"] = new("<div>\n\n") { Below = "\n</div>\n" },
        ["behind hidden lines"] = new() { Hidden = "#region hide|var hidden = 1;|#endregion|var folded = 2;  // hide|" },
        ["behind hidden lines in a list"] = new("- ", "  ", LineEnd: "\r\n") { Hidden = "#region hide||_ = \"»\".Length;|#endregion|" },
        ["carriage returns and line feeds"] = new("- ", "  ", LineEnd: "\r\n"),
        ["carriage returns"] = new("> ", "> ", LineEnd: "\r"),
        ["behind a byte-order mark"] = new(Above: "\uFEFF"),
        ["below front matter"] = new(Above: "Title: Ä 😀\nDescription: |\n  two\n  lines\n---\n"),
        ["below front matter of one line"] = new(Above: "Title: A\n---\n"),
        ["below front matter between lines"] = new(Above: "---\nTitle: A\n\n# a comment\nOrder: 3\n\n\n---\n\n", LineEnd: "\r\n"),
        ["below other characters"] = new("- ", "  ", "幅 😀 e\u0301 \t\u2028 &amp; `x`\n\n", "\r\n"),
        ["list below other characters"] = new("1. 幅 😀 e\u0301 {n}\n\n   ", "   "),
        ["definition of other characters"] = new("幅 😀 e\u0301 {n}\n:   ", "    "),
    };

    /// <summary>
    /// Lines of a block and its fences. What ends its process or leaves something in it has a session of its own, so that nothing
    /// is run again for the others.
    /// </summary>
    private static readonly (string Ids, string Lines)[] Kinds =
    [
        ("DOC0301", "```csharp|var a = «;»|```"),
        ("DOC0301", "```csharp|/* 😀\té */ int b = «\"text\"»;|```"),
        ("DOC0301", "```csharp|var q = 2;|«.»ToString();|```"),
        ("DOC0301", "```csharp|var u = new «Missing<int>»();|```"),
        ("DOC0114", "```csharp|var r = 2;|if (r > 1) «// => true»|{|    r++;|}|```"),
        ("DOC0119 DOC0119 DOC0119", "```csharp|var s = 5;|_ = s.GetType();  // => «s.GetType()»|var t = s + 1;  // => «s  + 1»|(t)  // => «t»|```"),
        ("DOC0302", "```csharp|void F() { int «c»; }|```"),
        ("DOC0401", "```csharp|var d = 1;|\t«throw new InvalidOperationException(\"é\");»|```"),
        ("DOC0401", "```csharp|var large = 1 << 30;|while (large > 0) «_ = new byte[large];»|```"),
        ("DOC0201", "```csharp|#region hide|var e = 1;|#endregion|e + 1  // => «3»  // a reason|```"),
        ("DOC0202", "```csharp|true  «// =>»|```"),
        ("DOC0203", "```csharp|if (era < 0) era.ToString();  «// => \"1\"»|```"),
        ("DOC0204", "```csharp||  «40 + 2»|```"),
        ("DOC0205", "```csharp|Console.WriteLine(\"a\\n\\ntwo\");|```|```output|a||tw«e»|```"),
        ("DOC0205", "```csharp|Console.WriteLine(\"幅😀e\\u0301b\");|```|```output|幅😀e\u0301«c»|```"),
        ("DOC0205", "```csharp|Console.WriteLine(\"a😁\");|```|```output|a«😀»|```"),
        ("DOC0205", "```csharp|Console.WriteLine(\"a\\nb\");|```|```output|a|«```»"),
        ("DOC0206", "«```csharp»|Console.WriteLine(1);|```"),
        ("DOC0207", "```csharp|var f = 1;|```|«```output»|a|```"),
        ("DOC0208", "«```csharp fresh»|using (var raw = Console.OpenStandardOutput()) raw.Write(\"x\"u8);|```"),
        ("DOC0303", "```csharp fails=«CS0029»|var g = 1;|```"),
        ("DOC0303", "```csharp|int k = 1;  // error «CS0029»|```"),
        ("DOC0303 DOC0304", "```csharp fails=«CS0103»|int l = «\"\"»;|```"),
        ("DOC0402", "```csharp throws=«Exception»|var h = 1;|```"),
        ("DOC0403", "```csharp throws=«Exception»|throw new InvalidOperationException();|```"),
        ("DOC0403", "```csharp|throw new Exception(\"b\");  «// throws Exception: a»|```"),
        ("DOC0404", "```csharp|var m = 1;  // throws Exception|«throw new Exception();»|```"),
        ("DOC0405", "```csharp fresh timeout=250ms|var i = 0;|«while (true) i++;»|```"),
        ("DOC0405", "```csharp fresh timeout=250ms|void Wait(Action turn)|{|    turn();|}|Wait(() =>|{|    «Thread.Sleep(-1);»|});|```"),
        ("DOC0405", "```csharp fresh timeout=250ms|try { _ = \"幅😀\".Length; }|finally { /* é */ «for (;;) ;» }|```"),
        ("DOC0201", "```csharp fresh|class Loop { public override string ToString() => new Loop().ToString(); }|new Loop()  // => «3»|```"),
        ("DOC0406", "```csharp fresh|«Environment.Exit(3);»|```"),
        ("DOC0406", "```csharp fresh|int Deep(int n) => Deep(n + 1) + n;|«Deep(0);»|```"),
        ("DOC0501", "```csharp|Show(new Tower(\"x\"));|```|```figure|Tower of «2»||1. lay x|   [x]|```"),
        ("DOC0502", "«```csharp»|Show(new Tower(\"x\"));|```"),
        ("DOC0503", "```csharp|var n = 1;|```|«```figure»|x|```"),
        ("DOC0101", "```csharp «fials»=CS0029|int j = \"\";|```"),
        ("DOC0102", "```csharp fresh «session=x»|var o = 1;|```"),
        ("DOC0116", "```csharp|var p = 1;  «// -> 3»|```"),
        ("DOC0803", "«```csharp fresh»|new Thread(() => Thread.Sleep(-1)).Start();|```"),
        ("DOC0805", "```csharp|var client = new «HttpClient»();|```"),
    ];

    /// <summary>Paragraphs with values between their words.</summary>
    private static readonly (string Ids, string Lines)[] Prose =
    [
        ("DOC0201", "Wörter 幅 😀 e\u0301 «3»<!--= 1 + 1 --> und|mehr."),
        ("DOC0201 DOC0201", "幅|😀 `«3»`<!--= 1 + 1 --> e\u0301 **«\"é\"»**<!--= \"幅😀\" -->."),
        ("DOC0301", "幅|😀 3<!--= «missing» --> e\u0301."),
        ("DOC0401", "幅|😀 3<!--= «int.Parse(\"é\")» --> e\u0301."),
    ];

    public static TheoryData<string> Places() => [.. PlacesByName.Keys];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task EveryFailureIsFoundAtItsPlace(string name)
    {
        var place = PlacesByName[name];
        var page = new MarkedPage();
        page.Append(place.Above.ReplaceLineEndings(place.LineEnd));
        foreach (var (ids, lines) in place.Hidden.Length > 0 ? Kinds : [.. Kinds, .. Prose]) page.Add(ids, lines, place);
        Assert.Equal(page.Expected(), MarkedPage.Found(await folders.AgainAsync("page.md", page.Bytes)));
    }

    [Theory]
    [InlineData("top level")]
    [InlineData("container in a list in a quote")]
    [InlineData("footnote")]
    [InlineData("indented")]
    public async Task LineEndsCanDifferFromLineToLine(string name)
    {
        var page = new MarkedPage { HasMixedLineEnds = true };
        foreach (var (ids, lines) in (ReadOnlySpan<(string, string)>)[.. Kinds, .. Prose]) page.Add(ids, lines, PlacesByName[name]);
        Assert.Equal(page.Expected(), MarkedPage.Found(await folders.AgainAsync("page.md", page.Bytes)));
    }

    [Theory]
    [InlineData("top level")]
    [InlineData("list in a quote")]
    public async Task EveryFailureIsFoundOnALastLineWithoutEnd(string name)
    {
        var pages = Kinds.Concat(Prose).Select(kind =>
        {
            var page = new MarkedPage();
            page.Add(kind.Ids, kind.Lines, PlacesByName[name]);
            page.EndOnLastLine();
            return page;
        }).ToList();
        var cases = await Task.WhenAll(pages.Select(page => folders.AgainAsync("page.md", page.Bytes)));
        Assert.Equal(pages.SelectMany(page => page.Expected()), cases.SelectMany(MarkedPage.Found));
    }

    /// <summary>A block whose code is a region of a file: what is wrong with the code is found in that file.</summary>
    [Theory]
    [InlineData("", "\n")]
    [InlineData("    ", "\r\n")]
    [InlineData("\t", "\n")]
    public async Task EveryFailureOfAnIncludedRegionIsFoundInItsFile(string indentation, string lineEnd)
    {
        var (page, file) = (new MarkedPage(), new MarkedPage("examples/faults.cs"));
        file.Append($"class Program{lineEnd}{{{lineEnd}");
        foreach (var ((ids, lines), number) in Kinds.Select((kind, i) => (kind, i)))
        {
            var parts = new BlockParts(lines);
            file.Append(string.Concat($"#region r{number}|{parts.Code}|#endregion".Split('|').Select(line => (line.Length == 0 ? "" : indentation + line) + lineEnd)));
            page.Add("", $"{parts.OpeningWith($" source=examples/faults.cs#r{number}")}|```{parts.Fences}", new MarkedPage.Place());
            MarkedPage.Share(ids, (page, parts.MarksBefore), (file, parts.MarksInCode), (page, parts.MarksBehind));
        }
        file.Append("}");
        var source = new PageText("examples/faults.cs", Encoding.UTF8.GetString(file.Bytes));
        Assert.Equal(page.Expected().Concat(file.Expected()), MarkedPage.Found(await folders.AgainAsync("page.md", page.Bytes, source)));
    }

    public static TheoryData<string, string> Programs() =>
        [.. Kinds.Where(kind => new BlockParts(kind.Lines).IsProgram).Select(kind => (kind.Ids, kind.Lines))];

    /// <summary>An example file has no fence: its header has the options, comments behind it are its expectations.</summary>
    [Theory]
    [MemberData(nameof(Programs))]
    public async Task EveryFailureOfAnExampleFileIsFoundInIt(string ids, string lines)
    {
        var file = new MarkedPage("examples/tower.cs");
        file.Append(new BlockParts(lines).Program);
        MarkedPage.Share(ids, (file, ids.Split(' ').Length));
        Assert.Equal(file.Expected(), MarkedPage.Found(await folders.AgainAsync("example.cs", file.Bytes)));
    }
}
