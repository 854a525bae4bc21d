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
            ["Toy/Toy.csproj: error: It has not been built yet.", "More/More.csproj: error: It has not been built yet."],
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
