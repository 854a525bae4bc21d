using TestSupport;

namespace Site.Tests;

/// <summary>The tool as others get it: packed, installed from a folder, at work in a solution that knows nothing of this one.</summary>
public sealed class PackedToolTests : IDisposable
{
    private static readonly string[] PackedProjects = ["Docsite.Cli", "Docsite.Display"];

    // Outside of the repository, whose msbuild files would reach into it.
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("docsite-packed-");
    private readonly Dictionary<string, string> _environment;

    public PackedToolTests() => _environment = new Dictionary<string, string>
    {
        // Nothing that another version left behind, and nothing that stays.
        ["NUGET_PACKAGES"] = PathOf("nuget"),
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_NOLOGO"] = "1",
        ["MSBUILDDISABLENODEREUSE"] = "1",
    };

    [Fact]
    public void It_builds_the_site_of_another_library()
    {
        foreach (var project in PackedProjects)
        {
            _ = Run(Repository.Root, "dotnet", "pack", $"docsite/{project}/{project}.csproj", "--no-build", "-v", "q", "-c", DocsiteTool.Configuration, "-o", PathOf("packages"));
        }
        Write("nuget.config", $"<configuration><packageSources><clear /><add key=\"local\" value=\"{PathOf("packages")}\" /></packageSources></configuration>");
        _ = Run(_folder.FullName, "dotnet", "tool", "install", "Docsite.Tool", "--tool-path", PathOf("tools"), "--version", "0.1.0");
        var tool = PathOf(OperatingSystem.IsWindows() ? "tools/docsite.exe" : "tools/docsite");

        CopyTeaHouse();
        Assert.Contains("Verified in ", Run(PathOf("house"), tool, "build"), StringComparison.Ordinal);
        Assert.True(File.Exists(PathOf("house/site/brewing/tea.html")));

        Write("fresh/Bean.Counter/Bean.Counter.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");
        Write("fresh/Bean.Counter/Bean.cs", "namespace Bean.Counter;\n\npublic sealed record Bean(int Weight);\n");
        _ = Run(PathOf("fresh"), tool, "init");
        Assert.Contains("typeof(Bean.Counter.Bean).Namespace   // => \"Bean.Counter\"", File.ReadAllText(PathOf("fresh/content/index.md")), StringComparison.Ordinal);
        Assert.Contains(" 1 block run ", Run(PathOf("fresh"), tool, "build"), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void CopyTeaHouse()
    {
        var source = Repository.PathOf("tests", "Site.Tests", "Cases", "tea-house");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            Write(Path.Combine("house", Path.GetRelativePath(source, file)), File.ReadAllText(file).Replace("{repository}/tests/TeaHouse", "lib", StringComparison.Ordinal));
        }
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("tests", "TeaHouse"), "*.cs")) Write($"house/lib/{Path.GetFileName(file)}", File.ReadAllText(file));
        Write("house/lib/TeaHouse.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup><PackageReference Include="Docsite.Display" Version="0.1.0" /></ItemGroup>
            </Project>
            """);
    }

    private string Run(string folder, string program, params string[] arguments) => Command.Run(folder, _environment, program, arguments);

    private string PathOf(string file) => Path.Combine(_folder.FullName, file);

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }
}
