using System.Reflection;
using System.Runtime.Loader;

namespace Docsite.Worker.Sharing;

/// <summary>
/// The site's own assemblies, loaded once for one session after another: what is compiled for the first serves all.
/// They serve as long as each session leaves their static fields as it found them.
/// </summary>
/// <remarks>An assembly for which that cannot be told is not among them: every session loads it for itself.</remarks>
internal sealed class SharedAssemblies : AssemblyLoadContext
{
    private readonly LoadableFiles _files;
    private readonly Dictionary<string, Assembly> _loaded = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, StaticFields> _fields = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<StaticState> _states = [];
    private volatile bool _isComplete;
    private volatile bool _hasMore;

    private SharedAssemblies(LoadableFiles files) => _files = files;

    /// <summary>All of them.</summary>
    internal IReadOnlyCollection<Assembly> Fit => _loaded.Values;

    /// <summary>Loads them.</summary>
    /// <param name="files">What may be loaded.</param>
    /// <param name="names">Simple names of the site's own.</param>
    internal static SharedAssemblies Load(LoadableFiles files, IEnumerable<string> names)
    {
        // Those that do not serve are left out of a context that never saw them.
        var wanted = names.Where(files.HasAssembly).ToHashSet(StringComparer.OrdinalIgnoreCase);
        while (true)
        {
            var shared = new SharedAssemblies(files);
            var unfit = wanted.Where(name => !shared.Add(name)).ToList();
            if (unfit.Count == 0) unfit.AddRange(shared.Watch());
            if (unfit.Count == 0) return shared;
            wanted.ExceptWith(unfit);
        }
    }

    /// <summary>One of them; nothing where it is not.</summary>
    internal Assembly? Find(string name) => _loaded.GetValueOrDefault(name);

    /// <summary>Whether their static fields hold what they held at the start.</summary>
    internal bool IsUnchanged() => !_hasMore && _states.TrueForAll(state => state.IsUnchanged());

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (!_files.TryFind(assemblyName.Name!, assemblyName.CultureName, out var path)) return null;
        // What is found only while blocks run has not been looked at.
        _hasMore |= _isComplete;
        return LoadFromAssemblyPath(path);
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _files.TryFindNative(unmanagedDllName, out var path) ? LoadUnmanagedDllFromPath(path) : 0;

    // With what it refers to: an assembly is fit only where all of that is.
    private bool Add(string name)
    {
        if (_loaded.ContainsKey(name)) return true;
        var assembly = LoadFromAssemblyName(new AssemblyName(name));
        _loaded.Add(name, assembly);
        if (!assembly.GetReferencedAssemblies().Select(reference => reference.Name!).Where(_files.HasAssembly).All(Add)) return false;
        if (StaticFields.Of(assembly) is not { } fields || !TypeInitializers.Run(fields.Types)) return false;
        _fields.Add(name, fields);
        return true;
    }

    private IEnumerable<string> Watch()
    {
        _isComplete = true;
        foreach (var (name, fields) in _fields)
        {
            if (StaticState.Of(fields.Fields) is { } state) _states.Add(state);
            else yield return name;
        }
    }
}
