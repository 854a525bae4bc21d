using Docsite.Diagnostics;
using Docsite.Tests.Execution;

namespace Docsite.Tests.Diagnostics;

public sealed class ToolCommandTests : IDisposable
{
    private const string Local = """{ "version": 1, "tools": { "docsite.tool": { "version": "1.0.0", "commands": ["docsite"] } } }""";
    private const string Other = """{ "version": 1, "tools": { "cake.tool": { "version": "7.0.0", "commands": ["dotnet-cake"] } } }""";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(".config/dotnet-tools.json", Local, "dotnet docsite")]
    [InlineData("dotnet-tools.json", Local, "dotnet docsite")]
    [InlineData("site/.config/dotnet-tools.json", Local, "dotnet docsite")]
    [InlineData("beside/.config/dotnet-tools.json", Local, "docsite")]
    [InlineData(".config/dotnet-tools.json", Other, "docsite")]
    [InlineData(".config/dotnet-tools.json", """{ "tools": [ "docsite" ] }""", "docsite")]
    [InlineData(".config/dotnet-tools.json", "", "docsite")]
    public void IsWhatTheManifestSays(string path, string manifest, string expected)
    {
        Write(path, manifest);
        Assert.Equal(expected, ToolCommand.In(Site()));
    }

    [Theory]
    [InlineData("false", "dotnet docsite")]
    [InlineData("true", "docsite")]
    public void AManifestOfTheRootHidesThoseAbove(string isRoot, string expected)
    {
        Write(".config/dotnet-tools.json", Local);
        Write("site/.config/dotnet-tools.json", Other.Replace("\"version\": 1", $"\"isRoot\": {isRoot}", StringComparison.Ordinal));
        Assert.Equal(expected, ToolCommand.In(Site()));
    }

    public void Dispose() => _folder.Dispose();

    private string Site() => Directory.CreateDirectory(Path.Combine(_folder.Path, "site", "content")).FullName;

    private void Write(string path, string text)
    {
        var full = Path.Combine(_folder.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
