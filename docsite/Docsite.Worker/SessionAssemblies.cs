using System.Reflection;
using System.Runtime.Loader;
using Docsite.Protocol;
using Docsite.Worker.Sharing;

namespace Docsite.Worker;

/// <summary>Loads what the tool compiled, and the assemblies that it was compiled against and that sessions do not share, for one session.</summary>
/// <remarks>It is not collectible: code in a collectible context is never optimised. A worker ends before that adds up.</remarks>
internal sealed class SessionAssemblies : AssemblyLoadContext
{
    private readonly LoadableFiles _files;
    private readonly SharedAssemblies _shared;
    private readonly Dictionary<string, Assembly> _blocks = new(StringComparer.Ordinal);

    /// <param name="files">What may be loaded.</param>
    /// <param name="shared">What is loaded already.</param>
    internal SessionAssemblies(LoadableFiles files, SharedAssemblies shared)
    {
        _files = files;
        _shared = shared;
        foreach (var assembly in shared.Fit) _ = Executed.Counting(assembly);
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
        if (_shared.Find(assemblyName.Name!) is { } shared) return shared;
        return _files.TryFind(assemblyName.Name!, assemblyName.CultureName, out var path) ? Executed.Counting(LoadFromAssemblyPath(path)) : null;
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _files.TryFindNative(unmanagedDllName, out var path) ? LoadUnmanagedDllFromPath(path) : 0;
}
