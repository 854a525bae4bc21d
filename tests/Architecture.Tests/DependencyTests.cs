using System.Xml.Linq;
using TestSupport;

namespace Architecture.Tests;

/// <summary>Who may know whom.</summary>
public sealed class DependencyTests
{
    [Theory]
    [InlineData("simulation/LinuxMm/LinuxMm.csproj", "")]
    [InlineData("docsite/Docsite.Display/Docsite.Display.csproj", "")]
    [InlineData("simulation/LinuxMm.Figures/LinuxMm.Figures.csproj", "Docsite.Display LinuxMm")]
    [InlineData("docsite/Docsite/Docsite.csproj", "Docsite.Display")]
    [InlineData("docsite/Docsite.Worker/Docsite.Worker.csproj", "Docsite.Display")]
    [InlineData("theme/Theme.csproj", "Docsite")]
    [InlineData("docsite/Docsite.Cli/Docsite.Cli.csproj", "Docsite Docsite.Worker Theme")]
    [InlineData("docsite/Docsite.Xunit/Docsite.Xunit.csproj", "Docsite Docsite.Worker")]
    public void A_project_knows_only(string project, string projects) =>
        Assert.Equal(projects, string.Join(' ', References(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("simulation/LinuxMm/LinuxMm.csproj")]
    [InlineData("simulation/LinuxMm.Figures/LinuxMm.Figures.csproj")]
    [InlineData("docsite/Docsite.Display/Docsite.Display.csproj")]
    [InlineData("docsite/Docsite.Worker/Docsite.Worker.csproj")]
    public void A_project_needs_no_package(string project) =>
        Assert.Empty(References(project, "PackageReference", analyzers: false));

    [Fact]
    public void The_generator_and_the_theme_know_nothing_of_the_model() =>
        Assert.Empty(Repository.Files
            .Where(file => file.StartsWith("docsite/", StringComparison.Ordinal) || file.StartsWith("theme/", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(Repository.PathOf(file)).Contains("LinuxMm", StringComparison.Ordinal)));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = XDocument.Load(Repository.PathOf("FrameVectors.slnx")).Descendants("Project").Select(p => p.Attribute("Path")!.Value);
        var projects = Repository.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal) && !file.Contains("/Cases/", StringComparison.Ordinal));
        Assert.Equal(projects.Order(StringComparer.Ordinal), solution.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> References(string project, string kind, bool analyzers = true) =>
        XDocument.Load(Repository.PathOf(project)).Descendants(kind)
            .Where(reference => analyzers || reference.Attribute("PrivateAssets")?.Value != "all")
            .Select(reference => reference.Attribute("Include")!.Value);
}
