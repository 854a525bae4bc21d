using Docsite.Execution;
using Docsite.Execution.Projects;
using Docsite.Settings;

namespace Docsite.Tests.Execution;

/// <summary>Projects that blocks see, built with the real SDK in a folder of their own.</summary>
public sealed class ProjectBuilderTests : IDisposable
{
    private const string Project = "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>{0}</Project>";

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("docsite-tests-");

    private SiteSettings Settings => new()
    {
        Root = _root.FullName,
        SiteTitle = "Toy",
        Projects = ["Toy/Toy.csproj", "More/More.csproj"],
        Usings = ["Toy", "static Toy.Answers"],
    };

    [Fact]
    public async Task BlocksSeeWhatProjectsDeclare()
    {
        Write("Toy/Toy.csproj", Project);
        Write("Toy/Toy.cs", "namespace Toy; public static class Answers { public static int Answer => 42; }");
        Write("More/More.csproj", Project.Replace("{0}", "<ItemGroup><ProjectReference Include=\"../Toy/Toy.csproj\" /></ItemGroup>", StringComparison.Ordinal));
        Write("More/More.cs", "namespace More; public record Twice(int Value) { public Twice() : this(2 * Toy.Answers.Answer) { } }");
        var token = TestContext.Current.CancellationToken;
        var builder = new ProjectBuilder(Settings, "Debug");
        Assert.Equal(
            ["Toy/Toy.csproj: error: It has not been built in the configuration Debug yet; without --no-build it is.", "More/More.csproj: error: It has not been built in the configuration Debug yet; without --no-build it is."],
            Assert.IsType<ProjectBuild.Failed>(await builder.BuildAsync(isBuilt: true, token)).Failures.SelectMany(one => one.Lines));
        var built = Assert.IsType<ProjectBuild.Built>(await builder.BuildAsync(isBuilt: false, token));
        var asked = Assert.IsType<ProjectBuild.Built>(await builder.BuildAsync(isBuilt: true, token));
        Assert.Equal(built.Environment.References, asked.Environment.References);
        Assert.Equal(built.Environment.Assemblies, asked.Environment.Assemblies);

        using var runner = new SessionRunner(Settings, built.Environment);
        var run = (await runner.RunAsync(SessionPage.Of("Answer // => 42\nnew More.Twice() // => new More.Twice(84)"), token))[0];
        Assert.Empty(run.Compiler);
        Assert.All(run.Values, value => Assert.IsType<ValueOutcome.Matches>(value.Outcome));
    }

    /// <summary>Of several target frameworks one is built; what its packages bring is not copied by the build of a library.</summary>
    [Fact]
    public async Task BlocksSeeWhatPackagesBringToAProjectOfSeveralFrameworks()
    {
        var markdig = typeof(Markdig.Markdown).Assembly.GetName().Version!.ToString(3);
        // Nothing is fetched: the package is one that these tests are built with, and the older framework asks for none.
        Write("Toy/Toy.csproj", "<Project><PropertyGroup><DisableImplicitFrameworkReferences Condition=\"'$(TargetFramework)' == 'netstandard2.0'\">true</DisableImplicitFrameworkReferences></PropertyGroup>"
            + "<Import Project=\"Sdk.props\" Sdk=\"Microsoft.NET.Sdk\" /><PropertyGroup><TargetFrameworks>netstandard2.0;net10.0</TargetFrameworks></PropertyGroup>"
            + $"<ItemGroup Condition=\"'$(TargetFramework)' == 'net10.0'\"><PackageReference Include=\"Markdig\" Version=\"{markdig}\" /></ItemGroup><Import Project=\"Sdk.targets\" Sdk=\"Microsoft.NET.Sdk\" /></Project>");
        Write("Toy/Toy.cs", "namespace Toy; public static class Answers { public static string Answer => Markdig.Markdown.ToHtml(\"*yes*\").Trim(); }");
        var token = TestContext.Current.CancellationToken;
        var settings = Settings with { Projects = ["Toy/Toy.csproj"] };
        var builder = new ProjectBuilder(settings, "Debug");
        var built = Assert.IsType<ProjectBuild.Built>(await builder.BuildAsync(isBuilt: false, token));
        var asked = Assert.IsType<ProjectBuild.Built>(await builder.BuildAsync(isBuilt: true, token));
        Assert.Equal(built.Environment.Assemblies, asked.Environment.Assemblies);

        using var runner = new SessionRunner(settings, built.Environment);
        var run = (await runner.RunAsync(SessionPage.Of("Answer // => \"<p><em>yes</em></p>\""), token))[0];
        Assert.Empty(run.Compiler);
        Assert.IsType<ValueOutcome.Matches>(Assert.Single(run.Values).Outcome);
    }

    [Fact]
    public async Task AProjectForOtherSystemsAloneIsTold()
    {
        Write("Toy/Toy.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFrameworks>net48;net99.0</TargetFrameworks></PropertyGroup></Project>");
        var failed = Assert.IsType<ProjectBuild.Failed>(
            await new ProjectBuilder(Settings with { Projects = ["Toy/Toy.csproj"] }, "Debug").BuildAsync(isBuilt: false, TestContext.Current.CancellationToken));
        Assert.Equal($"Toy/Toy.csproj: error: None of its target frameworks runs on .NET {Environment.Version.Major}: net48;net99.0.", Assert.Single(Assert.Single(failed.Failures).Lines));
    }

    [Theory]
    [InlineData("netstandard2.0;net8.0;net10.0", "net10.0")]
    [InlineData("net8.0; net9.0 ;net11.0", "net9.0")]
    [InlineData("net472;netstandard2.0;netstandard2.1", "netstandard2.1")]
    [InlineData("net48;netcoreapp3.1;net10.0-windows;net10.0-android36.0", "netcoreapp3.1")]
    [InlineData("net48;net10.0-windows", null)]
    public void TheNewestFrameworkThatRunsHereIsTaken(string names, string? best) => Assert.Equal(best, TargetFrameworks.Best(names, new Version(10, 0, 3)));

    [Theory]
    [InlineData("linux-x64", "linux-x64 linux unix-x64 unix any")]
    [InlineData("linux-musl-arm64", "linux-musl-arm64 linux-musl linux-arm64 linux unix-arm64 unix any")]
    [InlineData("osx-arm64", "osx-arm64 osx unix-arm64 unix any")]
    [InlineData("freebsd-x64", "freebsd-x64 freebsd unix-x64 unix any")]
    [InlineData("win-x86", "win-x86 win any")]
    public void ASystemHasTheNamesOfItsKind(string system, string names) => Assert.Equal(names, string.Join(' ', SystemNames.Of(system)));

    [Fact]
    public async Task EveryProjectThatDoesNotBuildIsTold()
    {
        Write("Toy/Toy.csproj", Project);
        Write("Toy/Toy.cs", "namespace Toy;\npublic static class Answers { public static int Answer => \"no\"; }");
        var failed = Assert.IsType<ProjectBuild.Failed>(
            await new ProjectBuilder(Settings, "Debug").BuildAsync(isBuilt: false, TestContext.Current.CancellationToken));
        Assert.Equal(["Toy/Toy.csproj", "More/More.csproj"], failed.Failures.Select(one => one.Project));
        Assert.StartsWith("Toy/Toy.cs(2,59): error CS0029", Assert.Single(failed.Failures[0].Lines), StringComparison.Ordinal);
        Assert.Equal("More/More.csproj: error: There is no such file.", Assert.Single(failed.Failures[1].Lines));
    }

    public void Dispose() => _root.Delete(recursive: true);

    private void Write(string path, string text)
    {
        var file = new FileInfo(Path.Combine(_root.FullName, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text.Replace("{0}", "", StringComparison.Ordinal));
    }
}
