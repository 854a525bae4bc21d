using System.Text.Json;
using TestSupport;

namespace RuleRemoval;

/// <summary>A copy of the repository in a temporary folder, in which one rule at a time is missing.</summary>
internal sealed class RepositoryCopy : IDisposable
{
    private static readonly string[] NeededFolders = ["content/", "examples/", "simulation/", "docsite/Docsite.Display/"];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rule-removal-");

    public RepositoryCopy()
    {
        foreach (var file in Repository.Files.Where(file => !file.Contains('/', StringComparison.Ordinal) || NeededFolders.Any(folder => file.StartsWith(folder, StringComparison.Ordinal))))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
            File.Copy(Repository.PathOf(file), PathOf(file));
        }
    }

    /// <summary>The pages with a finding while the rule is missing, without their extension.</summary>
    public IReadOnlyList<string> FailingWithout(Rule rule)
    {
        var file = PathOf($"simulation/LinuxMm/{rule.File}");
        var whole = File.ReadAllText(file);
        if (whole.Split(rule.With).Length != 2) throw new InvalidOperationException($"{rule.Name}: the text of the rule does not stand once in simulation/LinuxMm/{rule.File}; write it anew in tests/RuleRemoval/Rules.cs:\n{rule.With}");
        File.WriteAllText(file, whole.Replace(rule.With, rule.Without, StringComparison.Ordinal));
        try
        {
            return Failing();
        }
        finally
        {
            File.WriteAllText(file, whole);
        }
    }

    /// <summary>The pages with a finding.</summary>
    public IReadOnlyList<string> Failing()
    {
        var report = PathOf("findings.json");
        File.Delete(report);
        var run = DocsiteTool.Run(_folder.FullName, "verify", "--no-cache", "--format", "json", "--report", report);
        if (!File.Exists(report)) throw new InvalidOperationException($"The pages could not be verified:\n{run.Output}");
        using var found = JsonDocument.Parse(File.ReadAllText(report));
        return [.. found.RootElement.GetProperty("findings").EnumerateArray()
            .Where(finding => finding.GetProperty("severity").GetString() == "error")
            .Select(finding => finding.GetProperty("path").GetString()!)
            .Select(path => Path.ChangeExtension(path.StartsWith("content/", StringComparison.Ordinal) ? path["content/".Length..] : path, null))
            .Distinct().Order(StringComparer.Ordinal)];
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string PathOf(string file) => Path.Combine(_folder.FullName, file);
}
