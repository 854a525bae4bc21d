using System.Runtime.InteropServices;

namespace Docsite.Execution.Projects;

/// <summary>Names of this system in a package's folder <c>runtimes</c>, the closest one first.</summary>
internal static class SystemNames
{
    /// <summary>E.g. <c>linux-x64</c>, <c>linux</c>, <c>unix-x64</c>, <c>unix</c>, <c>any</c>.</summary>
    internal static IReadOnlyList<string> Here { get; } = Of(RuntimeInformation.RuntimeIdentifier);

    /// <summary>The names that the portable identifier of a system includes.</summary>
    internal static IReadOnlyList<string> Of(string identifier)
    {
        var dash = identifier.LastIndexOf('-');
        var (system, processor) = dash < 0 ? (identifier, "") : (identifier[..dash], identifier[dash..]);
        string[] systems = system switch
        {
            "win" => [system],
            "linux" or "osx" => [system, "unix"],
            _ when system.StartsWith("linux-", StringComparison.Ordinal) => [system, "linux", "unix"],
            _ => [system, "unix"],
        };
        return [.. systems.SelectMany(name => new[] { name + processor, name }).Distinct(), "any"];
    }
}
