using System.Text.RegularExpressions;

namespace Docsite.Execution.Projects;

/// <summary>The target frameworks of a project.</summary>
internal static partial class TargetFrameworks
{
    /// <summary>Whether a project may have several: only then it must be asked which.</summary>
    internal static bool MayBeSeveral(string project) =>
        ProjectInputs.Find([project]) is not { } files
        || files.Where(file => Path.GetExtension(file) is ".props" or ".targets" || file == project).Where(file => File.Exists(file) && RegularFile.Is(file))
            .Any(file => File.ReadAllText(file).Contains("<TargetFrameworks", StringComparison.OrdinalIgnoreCase));

    /// <summary>The one that says most about what runs here: the newest .NET that is not newer than ours, else the newest .NET Standard.</summary>
    /// <param name="names">As the project lists them, such as <c>netstandard2.0;net8.0</c>.</param>
    /// <param name="runtime">The version that blocks run on.</param>
    /// <returns>One of the names; nothing where none of them runs here.</returns>
    internal static string? Best(string names, Version runtime) => names.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(name => (Name: name, Match: Shape().Match(name)))
        .Where(one => one.Match.Success)
        .Select(one => (one.Name, IsStandard: one.Match.Groups["standard"].Success, Number: NumberOf(one.Match)))
        .Where(one => one.IsStandard || one.Number <= new Version(runtime.Major, runtime.Minor))
        .OrderBy(one => one.IsStandard).ThenByDescending(one => one.Number).Select(one => one.Name).FirstOrDefault();

    private static Version NumberOf(Match match) => Version.Parse(match.Groups["number"].Value);

    // net48 has no point, net10.0-windows runs on one system alone.
    [GeneratedRegex(@"^(net(?<standard>standard)?|netcoreapp)(?<number>\d+\.\d+)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
