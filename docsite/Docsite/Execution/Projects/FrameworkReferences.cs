using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Docsite.Execution.Projects;

/// <summary>Finds the framework's assemblies to compile against.</summary>
internal static class FrameworkReferences
{
    internal static ImmutableArray<string> Find()
    {
        var runtime = RuntimeEnvironment.GetRuntimeDirectory();
        var packs = Path.Combine(Muxer.Folder, "packs", "Microsoft.NETCore.App.Ref");
        var target = $"net{Environment.Version.Major}.{Environment.Version.Minor}";
        var pack = Directory.Exists(packs)
            ? Directory.GetDirectories(packs).Select(version => Path.Combine(version, "ref", target))
                .Where(Directory.Exists).Order(StringComparer.Ordinal).LastOrDefault()
            : null;
        return [.. Assemblies(pack ?? runtime).Order(StringComparer.Ordinal)];
    }

    // The runtime's folder also holds native libraries.
    private static IEnumerable<string> Assemblies(string folder) =>
        Directory.EnumerateFiles(folder, "*.dll").Where(path =>
            Path.GetFileName(path) is var name
            && (name.StartsWith("System.", StringComparison.Ordinal) && !name.Contains(".Native", StringComparison.Ordinal)
                || name is "netstandard.dll" or "mscorlib.dll" or "System.dll" or "Microsoft.CSharp.dll"
                || name.StartsWith("Microsoft.Win32.", StringComparison.Ordinal) || name is "Microsoft.VisualBasic.Core.dll"));
}
