using System.Reflection;
using System.Runtime.Loader;
using Docsite.Protocol;

namespace Docsite.Worker;

/// <summary>Loads what the tool compiled, and the assemblies that it was compiled against, for one session.</summary>
/// <remarks>It is not collectible: code in a collectible context is never optimised. A worker ends before that adds up.</remarks>
internal sealed class SessionAssemblies : AssemblyLoadContext
{
    private readonly Dictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Assembly> _blocks = new(StringComparer.Ordinal);

    internal SessionAssemblies(IEnumerable<string> paths)
    {
        foreach (var path in paths) _ = _paths.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        // What a block shows with and reports to is the worker's own.
        foreach (var own in (Assembly[])[typeof(Probe).Assembly, typeof(Display.Stage).Assembly]) _ = _paths.Remove(own.GetName().Name!);
    }

    /// <summary>Which members of these assemblies a block enters.</summary>
    internal ExecutedMembers Executed { get; } = new();

    /// <summary>Loads a block and calls its entry.</summary>
    internal Task Start(ToWorker.Run block, object?[] submissions)
    {
        var assembly = LoadFromStream(new MemoryStream(block.Assembly));
        _blocks[assembly.GetName().Name!] = assembly;
        var entry = assembly.GetType(block.EntryType, throwOnError: true)!
            .GetMethod(block.EntryMethod, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        Exits.StartedBy(assembly.GetName().Name!);
        return entry.CreateDelegate<Func<object?[], Task<object>>>()(submissions);
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (_blocks.TryGetValue(assemblyName.Name!, out var block)) return block;
        return _paths.TryGetValue(assemblyName.Name!, out var path) ? Executed.Counting(LoadFromAssemblyPath(path)) : null;
    }
}
