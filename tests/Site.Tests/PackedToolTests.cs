using System.Xml.Linq;
using TestSupport;

namespace Site.Tests;

/// <summary>The tool as others get it: packed, installed from a folder, at work in a solution that knows nothing of this one.</summary>
public sealed class PackedToolTests : IDisposable
{
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
        Pack("Docsite.Cli", "Docsite.Display");
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

    /// <summary>The blocks of another library's site as rows of a theory, in tests that know nothing but the packages.</summary>
    [Fact]
    public void It_gives_another_solution_its_blocks_as_tests()
    {
        Pack("Docsite.Display", "Docsite", "Docsite.Worker", "Docsite.Xunit");
        Write("shop/Scales/Scales.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");
        Write("shop/Scales/Weight.cs", "namespace Scales;\n\npublic sealed record Weight(int Grams);\n");
        Write("shop/docs/docsite.yml", "SiteTitle: Scales\nProjects: [../Scales/Scales.csproj]\nUsings: [Scales]\n");
        Write("shop/docs/content/index.md", """
            # Scales

            ```csharp id=light
            new Weight(3).Grams   // => 3
            ```

            ```csharp id=heavy
            new Weight(5).Grams   // => 4
            ```

            ```csharp id=later ignore="needs a real scale"
            Weigh();
            ```
            """);
        Write("shop/Tests/Tests.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup><PackageReference Include="Docsite.Xunit" Version="0.1.0" /><PackageReference Include="xunit.v3.mtp-v2" Version="{VersionOf("xunit.v3.mtp-v2")}" /></ItemGroup>
            </Project>
            """);
        Write("shop/Tests/Blocks.cs", """
            using Docsite.Xunit;
            using Xunit;

            public sealed class Blocks
            {
                [Theory, BlocksOf("docs")]
                public Task Holds(SiteBlock block) => block.VerifyAsync(TestContext.Current.CancellationToken);
            }
            """);
        _ = Run(PathOf("shop"), "dotnet", "build", "Tests", "-v", "q", "-o", PathOf("shop/out"));
        _ = Run(PathOf("shop"), "dotnet", "out/Tests.dll", "-ignoreFailures", "-xml", PathOf("rows.xml"));
        Assert.Equal(
            ["index#heavy runs: Fail", "index#later is not run: needs a real scale: Skip", "index#light runs: Pass"],
            XDocument.Load(PathOf("rows.xml")).Descendants("test").Select(test => $"{test.Attribute("name")!.Value}: {test.Attribute("result")!.Value}").Order(StringComparer.Ordinal));
        Assert.Contains("content/index.md(8,29): error DOC0201: value differs [index#heavy]", XDocument.Load(PathOf("rows.xml")).Descendants("message").Single().Value, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    // What the packages need besides was restored for this repository's own tests: no network is asked.
    private void Pack(params ReadOnlySpan<string> projects)
    {
        foreach (var project in projects)
        {
            _ = Run(Repository.Root, "dotnet", "pack", $"docsite/{project}/{project}.csproj", "--no-build", "-v", "q", "-c", DocsiteTool.Configuration, "-o", PathOf("packages"));
        }
        var restored = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        Write("nuget.config", $"<configuration><packageSources><clear /><add key=\"local\" value=\"{PathOf("packages")}\" /><add key=\"restored\" value=\"{restored}\" /></packageSources></configuration>");
    }

    private static string VersionOf(string package) =>
        (string)XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("PackageVersion").Single(one => (string)one.Attribute("Include")! == package).Attribute("Version")!;

    private void CopyTeaHouse()
    {
        var source = Repository.PathOf("tests", "Site.Tests", "Cases", "tea-house");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            Write(Path.Combine("house", Path.GetRelativePath(source, file)), File.ReadAllText(file).Replace("{repository}/tests/TeaHouse", PathOf("house/lib"), StringComparison.Ordinal));
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
