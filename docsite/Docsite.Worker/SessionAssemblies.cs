using System.Reflection;
using System.Runtime.Loader;
using Docsite.Protocol;

namespace Docsite.Worker;

/// <summary>Loads what the tool compiled, and the assemblies that it was compiled against.</summary>
internal sealed class SessionAssemblies
{
    private readonly Dictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Assembly> _blocks = new(StringComparer.Ordinal);

    internal SessionAssemblies(IEnumerable<string> paths)
    {
        foreach (var path in paths) _ = _paths.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        AssemblyLoadContext.Default.Resolving += Resolve;
    }

    /// <summary>Loads a block and calls its entry.</summary>
    internal Task Start(ToWorker.Run block, object?[] submissions)
    {
        // Not collectible: code in a collectible context is never optimised.
        var assembly = AssemblyLoadContext.Default.LoadFromStream(new MemoryStream(block.Assembly));
        _blocks[assembly.GetName().Name!] = assembly;
        var entry = assembly.GetType(block.EntryType, throwOnError: true)!
            .GetMethod(block.EntryMethod, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        return entry.CreateDelegate<Func<object?[], Task<object>>>()(submissions);
    }

    internal Assembly? Resolve(AssemblyLoadContext context, AssemblyName name)
    {
        if (_blocks.TryGetValue(name.Name!, out var block)) return block;
        return _paths.TryGetValue(name.Name!, out var path) ? context.LoadFromAssemblyPath(path) : null;
    }
}
