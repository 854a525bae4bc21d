using System.Globalization;
using CsCheck;
using Docsite.Settings;
using Docsite.Tests.Execution;

namespace Docsite.Tests.Keeping;

/// <summary>A small site that is edited one choice after the other: each of its files is made of a few numbers.</summary>
internal sealed class ChangingSite : IDisposable
{
    private static readonly string[] Paths = ["content/index.md", "content/a.md", "content/deep/b.md", "content/deep/c.md"];
    private static readonly string[] Links = ["~/a.md", "~/deep/b.md#part-0", "xref:claim-M1", "xref:term-cup", "~/nowhere.md", "~/deep/b.md#part-1"];

    private readonly TemporaryFolder _folder = new();
    private readonly int[,] _choices = new int[Paths.Length + 1, Fields];

    public ChangingSite()
    {
        for (var i = 0; i < Paths.Length; i++) Write(i);
        WriteShared();
    }

    /// <summary>How many choices each page has.</summary>
    public const int Fields = 10;

    /// <summary>How many pages there are; the choices behind the last one's are those of the files that pages share.</summary>
    public static int Pages => Paths.Length;

    /// <summary>What can be chosen.</summary>
    public static Gen<(int Page, int Field, int Choice)> Edits { get; } = Gen.Select(Gen.Int[0, Pages], Gen.Int[0, Fields - 1], Gen.Int[0, 2]);

    /// <summary>Where it lies.</summary>
    public string Root => _folder.Path;

    /// <summary>Its settings.</summary>
    public SiteSettings Settings(string output) => new()
    {
        Root = Root,
        SiteTitle = "Test",
        OutputPath = output,
        InputPaths = ["content"],
        ExamplePaths = ["examples"],
        Host = "https://example.org",
        BookPath = "book.html",
        ArchivePath = "site.zip",
        Verdicts = ["holds"],
    };

    /// <summary>Makes another choice, and writes the file that it changes.</summary>
    public void Edit(int page, int field, int choice)
    {
        _choices[page, field] = choice;
        if (page < Pages) Write(page);
        else WriteShared();
    }

    public void Dispose() => _folder.Dispose();

    private void Write(int page)
    {
        var path = Path.Combine(Root, Paths[page]);
        if (page > 0 && _choices[page, 9] == 2) File.Delete(path);
        else Write(Paths[page], Text(page, field => _choices[page, field]));
    }

    private static string Text(int page, Func<int, int> of)
    {
        var name = ((char)('a' + page)).ToString();
        string[] lines =
        [
            $"Title: {name} {of(0)}", $"Order: {of(1)}", of(2) == 1 ? "ShowInSidebar: false" : "Description: d", of(2) == 2 ? "Updated: 2024-05-0" + (page + 1) : "", $"Xref: name-{page}{(of(3) == 1 ? "x" : "")}",
            of(3) == 2 ? "Explains: cup" : "", "---", "", $"Words {of(4)} and a {(of(4) == 2 ? "cup" : "mug")}.", "", $"## Part {of(5)}", "", $"[link]({Links[(of(6) + page) % Links.Length]})", "",
            "```csharp", $"{of(7)}  // => {of(8)}", $"Console.WriteLine(\"{of(4)}\");", "```", "```output", of(4).ToString(CultureInfo.InvariantCulture), "```", "",
            .. page == 1 || of(9) == 1 ? new[] { $"::: claim M{page} holds", $"It holds {of(4)}.", "", "```csharp", "1  // => 1", "```", ":::", "" } : [],
            .. page == 2 ? new[] { "```csharp source=source/shared.cs#pour", "```", "", "::: generated claims", ":::", "" } : [],
            .. page == 0 ? new[] { "[all](~/words.md) [every](~/examples/one.md) [b](xref:name-1)" } : [],
        ];
        return string.Join('\n', lines.Where((line, i) => line.Length > 0 || i > 7));
    }

    private void WriteShared()
    {
        int Of(int field) => _choices[Pages, field];
        Write("content/words.md", $"Title: Words\nGlossary: true\n---\n\ncup{(Of(0) == 1 ? ", mug" : "")}\n:   What tea {Of(1)} is in.\n{(Of(2) == 1 ? "\npot\n:   What tea is made in.\n" : "")}");
        Write("content/deep/_directory.yml", $"Title: Deep {Of(3)}\n{(Of(4) == 1 ? "Explains: cup\n" : "")}");
        Write("source/shared.cs", $"#region {(Of(5) == 2 ? "spill" : "pour")}\nvar poured = {Of(6)};\n#endregion\n");
        Write("examples/one.cs", $"// Title: One {Of(7)}\n// ---\n\nConsole.WriteLine(\"{Of(8)}\");\n\n/* output\n{Of(8)}\n*/\n");
        if (Of(9) == 1) Write("content/data.csv", "1,2\n");
        else File.Delete(Path.Combine(Root, "content/data.csv"));
    }

    private void Write(string path, string text)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
