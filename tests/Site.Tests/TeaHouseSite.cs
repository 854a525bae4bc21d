using TestSupport;

namespace Site.Tests;

/// <summary>A copy of the tea house's site in a folder of its own, to be spoilt and mended.</summary>
public sealed class TeaHouseSite
{
    private static readonly string Source = Repository.PathOf("tests", "Site.Tests", "Cases", "tea-house");

    private static readonly string Work = EmptyFolder(Path.Combine(AppContext.BaseDirectory, "work"));
    private static int _count;

    public TeaHouseSite(string name)
    {
        Folder = Path.Combine(Work, $"{name}-{Interlocked.Increment(ref _count)}");
        foreach (var file in Directory.EnumerateFiles(Source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(Source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllText(copy, File.ReadAllText(file).Replace("{repository}", Repository.Root, StringComparison.Ordinal));
        }
    }

    public string Folder { get; }

    public string PathOf(string file) => Path.Combine(Folder, file);

    public string Read(string file) => File.ReadAllText(PathOf(file));

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    /// <summary>Replaces the only occurrence of a text.</summary>
    public void Change(string file, string from, string to)
    {
        var text = Read(file);
        Assert.Equal(2, text.Split(from).Length);
        Write(file, text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary><c>(line,column)</c> of the first occurrence of a text, as findings write it.</summary>
    public string PositionOf(string file, string text)
    {
        var before = Read(file).Split(text)[0];
        Assert.NotEqual(before.Length, Read(file).Length);
        return $"({before.Count(c => c == '\n') + 1},{before.Length - before.LastIndexOf('\n')})";
    }

    private static string EmptyFolder(string path)
    {
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
        return Directory.CreateDirectory(path).FullName;
    }

    /// <summary>The same with lines that the tool is answered.</summary>
    public ToolRun Answer(string input, params string[] arguments) =>
        DocsiteTool.Answer(Folder, input, [.. arguments, "--no-build", "--configuration", DocsiteTool.Configuration]);

    public ToolRun Run(params string[] arguments) =>
        DocsiteTool.Run(Folder, [.. arguments, "--no-build", "--configuration", DocsiteTool.Configuration]);
}
