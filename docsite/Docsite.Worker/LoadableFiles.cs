using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Docsite.Worker;

/// <summary>The files that blocks may load: assemblies, their translated resources, and native libraries.</summary>
internal sealed class LoadableFiles
{
    private const string Resources = ".resources";

    private readonly Dictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="paths">Paths of the files; of equal names the first one counts.</param>
    /// <param name="own">Assemblies that are the worker's own, whatever lies there under their names.</param>
    internal LoadableFiles(IEnumerable<string> paths, params IEnumerable<Assembly> own)
    {
        foreach (var path in paths) _ = _paths.TryAdd(NameOf(path), path);
        foreach (var assembly in own) _ = _paths.Remove(assembly.GetName().Name!);
    }

    /// <summary>Whether an assembly of a simple name is among them.</summary>
    internal bool HasAssembly(string name) => _paths.ContainsKey(name);

    /// <summary>Finds an assembly, or its resources in a language.</summary>
    internal bool TryFind(string name, string? language, [NotNullWhen(true)] out string? path) =>
        _paths.TryGetValue(string.IsNullOrEmpty(language) ? name : $"{language}/{name}", out path);

    /// <summary>Finds a native library by any of the names that a declaration may give it.</summary>
    internal bool TryFindNative(string name, [NotNullWhen(true)] out string? path) =>
        _paths.TryGetValue(name, out path) || _paths.TryGetValue("lib" + name, out path)
        || _paths.TryGetValue(Path.GetFileNameWithoutExtension(name), out path) || _paths.TryGetValue("lib" + Path.GetFileNameWithoutExtension(name), out path);

    // Translated resources lie in a folder that is called like their language.
    private static string NameOf(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return name.EndsWith(Resources, StringComparison.OrdinalIgnoreCase) ? $"{Path.GetFileName(Path.GetDirectoryName(path))}/{name}" : name;
    }
}
