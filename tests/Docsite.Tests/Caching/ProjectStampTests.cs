using Docsite.Execution;
using Docsite.Execution.Projects;
using Docsite.Tests.Execution;
using TestSupport;

namespace Docsite.Tests.Caching;

/// <summary>Msbuild is not asked again while nothing has changed, and always when something has.</summary>
public sealed class ProjectStampTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ProjectStampTests()
    {
        Write("Lib/Lib.csproj", """<Project><ItemGroup><ProjectReference Include="../Base/Base.csproj" /><Compile Include="../Shared/*.cs" /></ItemGroup></Project>""");
        Write("Lib/Lib.cs", "class Lib;");
        Write("Lib/Deep/Deep.cs", "class Deep;");
        Write("Base/Base.csproj", """<Project><Import Project="../build/base.props" /></Project>""");
        Write("Base/Base.cs", "class Base;");
        Write("Shared/Shared.cs", "class Shared;");
        Write("build/base.props", "<Project/>");
        Write("Lib/bin/Lib.dll", "built");
    }

    public static TheoryData<string, string?> Changes => new()
    {
        { "Lib/Lib.cs", "class Lib2;" },
        { "Lib/Deep/Deep.cs", null },
        { "Lib/Deep/New.cs", "class New;" },
        { "Lib/Lib.csproj", "<Project/>" },
        { "Base/Base.cs", "class Base2;" },
        { "Base/Base.csproj", "<Project/>" },
        { "Shared/Shared.cs", "class Shared2;" },
        { "Shared/New.cs", "class New;" },
        { "build/base.props", "<Project><!-- --></Project>" },
        { "Directory.Build.props", "<Project/>" },
        { "Base/.editorconfig", "root = true" },
        { "global.json", "{}" },
        { "Lib/bin/Lib.dll", "built by somebody else" },
        { "Lib/bin/Lib.dll", null },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void AChangeIsNoticed(string file, string? content)
    {
        Stamp(isBuilt: true);
        Assert.NotNull(Read());
        if (content is null) File.Delete(PathOf(file));
        else Write(file, content);
        Assert.Null(Read());
    }

    // Otherwise the project's own site would be made anew by every build.
    [Fact]
    public void WhatTheProjectsOwnBlocksSeeIsBuiltFromIsKnown() => Assert.NotNull(ProjectStamp.Look(
        [.. File.ReadLines(Repository.PathOf("docsite.yml")).Where(line => line.EndsWith(".csproj", StringComparison.Ordinal)).Select(line => Repository.PathOf(line.Trim(' ', '-')))]));

    [Fact]
    public void AFileThatIsOnlyTouchedIsNoChange()
    {
        Stamp(isBuilt: true);
        File.SetLastWriteTimeUtc(PathOf("Lib/Lib.cs"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Write("notes.md", "beside the projects");
        Write("Lib/obj/Lib.g.cs", "class Generated;");
        Assert.NotNull(Read());
    }

    [Fact]
    public void AnEqualTimeAndLengthHideNoChangeMadeWhileItWasLookedAt()
    {
        var time = File.GetLastWriteTimeUtc(PathOf("Lib/Lib.cs"));
        Stamp(isBuilt: true, time.AddSeconds(1));
        Write("Lib/Lib.cs", "class Bil;");
        File.SetLastWriteTimeUtc(PathOf("Lib/Lib.cs"), time);
        Assert.Null(Read());
    }

    [Fact]
    public void ProjectsThatCountAsBuiltAreAskedAgainOnlyWhenTheirShapeChanged()
    {
        Stamp(isBuilt: false);
        Assert.Null(Read());
        Write("Lib/Lib.cs", "class Lib2;");
        Assert.NotNull(Read(isBuilt: true));
        Write("Base/Base.csproj", "<Project/>");
        Assert.Null(Read(isBuilt: true));
    }

    [Theory]
    [InlineData("""<Project><Import Project="$(Somewhere)/x.props" /></Project>""")]
    [InlineData("""<Project><ItemGroup><Compile Include="$(Somewhere)/*.cs" /></ItemGroup></Project>""")]
    [InlineData("<Project>")]
    public void WhatOnlyMsbuildUnderstandsIsLeftToIt(string project)
    {
        Write("Lib/Lib.csproj", project);
        Assert.Null(ProjectStamp.Look([PathOf("Lib/Lib.csproj")]));
    }

    [Fact]
    public void AnUnreadableStampIsNone()
    {
        Stamp(isBuilt: true);
        Write("stamp.json", "{");
        Assert.Null(Read());
    }

    public void Dispose() => _folder.Dispose();

    private void Stamp(bool isBuilt, DateTime? looked = null)
    {
        var environment = new BlockEnvironment([PathOf("Lib/bin/Lib.dll")], []);
        var inputs = ProjectStamp.Look([PathOf("Lib/Lib.csproj")])!.Value;
        new ProjectStamp("label", isBuilt, (looked ?? DateTime.UtcNow).Ticks, inputs, ProjectStamp.OutputsOf(environment), environment).Write(PathOf("stamp.json"));
    }

    private ProjectStamp? Read(bool isBuilt = false) => ProjectStamp.Read(PathOf("stamp.json"), "label", [PathOf("Lib/Lib.csproj")], isBuilt);

    private string PathOf(string file) => Path.Combine(_folder.Path, file);

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }
}
