using System.Text.RegularExpressions;
using TestSupport;

namespace Architecture.Tests;

/// <summary>Where things stand, and what a newcomer may rely on when looking for them.</summary>
public sealed partial class LayoutTests
{
    private static IEnumerable<string> Sources => Repository.Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal));

    [Fact]
    public void Only_the_fixed_names_stand_at_the_top()
    {
        string[] allowed =
        [
            "docsite", "content", "examples", "theme", "simulation", "tests", ".config", ".ci",
            "build.cake", "README.md", "CONTRIBUTING.md", "LICENSE", "docsite.yml", "FrameVectors.slnx", "global.json",
            "Directory.Build.props", "Directory.Packages.props", ".editorconfig", ".gitignore", ".gitattributes",
        ];
        Assert.Empty(Repository.Files.Select(file => file.Split('/')[0]).Distinct().Except(allowed));
    }

    [Fact]
    public void No_folder_is_named_for_what_it_is_not() =>
        Assert.DoesNotContain(Repository.Files.SelectMany(file => file.Split('/')[..^1]), folder => folder is "Helpers" or "Utils" or "Utilities" or "Common" or "Services" or "Infrastructure" or "Misc");

    [Fact]
    public void A_file_is_named_after_a_type_or_namespace_it_declares() =>
        Assert.Empty(Sources
            .Where(file => !file.EndsWith("Program.cs", StringComparison.Ordinal) && !file.Contains("/Cases/", StringComparison.Ordinal) && !file.Contains("/Corpus/", StringComparison.Ordinal) && !file.StartsWith("examples/", StringComparison.Ordinal))
            .Where(file => !Declares(File.ReadAllText(Repository.PathOf(file)), Path.GetFileName(file).Split('.')[0])));

    /// <summary>Which kernel it is stands in Eras/ as data; everything else asks for a choice. The known races and the matrix compare kernels and name them.</summary>
    [Fact]
    public void The_model_tests_for_no_version_outside_its_eras()
    {
        var version = new Regex("KernelEras\\.|KernelReleases\\.|Era (==|!=|is) |Era\\.(Versions|Origin|Title)");
        Assert.Empty(Sources
            .Where(file => file.StartsWith("simulation/LinuxMm/", StringComparison.Ordinal) && !file.StartsWith("simulation/LinuxMm/Eras/", StringComparison.Ordinal) && !file.StartsWith("simulation/LinuxMm/Checking/", StringComparison.Ordinal) && !file.EndsWith("/EraMatrix.cs", StringComparison.Ordinal))
            .SelectMany(file => File.ReadAllLines(Repository.PathOf(file)).Select((line, i) => $"{file}({i + 1}): {line.Trim()}"))
            .Where(line => !line.Contains("///", StringComparison.Ordinal) && version.IsMatch(line)));
    }

    [Fact]
    public void Every_suppression_has_its_reason()
    {
        var bare = Sources
            .SelectMany(file => File.ReadAllLines(Repository.PathOf(file)).Select((line, i) => (file, line, i)))
            .Where(at => Suppression().IsMatch(at.line) && !HasReason(at.file, at.i));
        Assert.Empty(bare.Select(at => $"{at.file}({at.i + 1}): {at.line.Trim()}"));
    }

    [Fact]
    public void Nothing_names_a_package_host_or_a_machine()
    {
        var hosts = new Regex("https?://[^/\"]*(nuget\\.org/v3|npmjs|debian\\.org)|\"/home/|/tmp/[a-z]|/root/");
        Assert.Empty(Repository.Files
            .Where(file => Path.GetFileName(file) is "packages.lock.json" or "NuGet.config" or "nuget.config" or "package-lock.json"
                || file is ".ci/run" or "build.cake" or "docsite.yml")
            .Where(file => hosts.IsMatch(File.ReadAllText(Repository.PathOf(file)))));
    }

    private static bool Declares(string source, string name) =>
        Regex.IsMatch(source, $@"\b(class|struct|record|interface|enum|delegate)\b[^;{{(]*\b{Regex.Escape(name)}\b|^namespace [\w.]*\b{Regex.Escape(name)};", RegexOptions.Multiline);

    private static bool HasReason(string file, int line)
    {
        var lines = File.ReadAllLines(Repository.PathOf(file));
        return lines[line].Contains("Justification", StringComparison.Ordinal)
            || lines[line].Contains("restore", StringComparison.Ordinal)
            || lines[line].Split("//").Length > 1
            || (line > 0 && lines[line - 1].TrimStart().StartsWith("//", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^\s*(#pragma warning disable|\[.*SuppressMessage\()")]
    private static partial Regex Suppression();
}
