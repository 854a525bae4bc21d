using System.Collections.Immutable;
using Docsite.Caching;
using Docsite.Protocol;
using Docsite.Settings;

namespace Docsite.Execution.Marking;

/// <summary>Copies of the settings' assemblies that note which of their public members run.</summary>
/// <remarks>
/// Blocks are compiled against the assemblies as they were built and run against the copies. A copy differs by one store at the
/// start of each public member: nothing that a block can see. A member counts as run when its code is entered by a block or by what
/// it calls; what sessions share is initialized before, which is nobody's run. What has no code, such as a constant or an abstract
/// method, cannot be run.
/// </remarks>
internal sealed class MarkedAssemblies : IDisposable
{
    private readonly ImmutableDictionary<string, ImmutableArray<string>> _members;

    private readonly MarkedFolders? _folders;

    private MarkedAssemblies(ImmutableArray<string> paths, ImmutableDictionary<string, ImmutableArray<string>> members, MarkedFolders? folders)
    {
        _folders = folders;
        Paths = paths;
        _members = members;
    }

    /// <summary>The assemblies that a worker may load, the copies in the places of what they were made from.</summary>
    internal ImmutableArray<string> Paths { get; }

    /// <summary>Makes the copies that are missing.</summary>
    /// <param name="environment">The built projects.</param>
    /// <param name="settings">Where copies are kept; without a reference none are made.</param>
    /// <param name="unmarked">File names of assemblies that the worker itself is made of.</param>
    internal static MarkedAssemblies Of(BlockEnvironment environment, SiteSettings settings, IEnumerable<string> unmarked)
    {
        var members = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        if (settings.Reference is null) return new MarkedAssemblies(environment.Assemblies, members.ToImmutable(), null);
        var copies = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var folders = new MarkedFolders(CacheFolder.Of(settings));
        foreach (var copy in folders.Take([.. environment.Projects.Select(project => project.Assembly).Where(path => !unmarked.Contains(Path.GetFileName(path)))]))
        {
            copies[Path.GetFileName(copy.Path)] = copy.Path;
            members[Path.GetFileNameWithoutExtension(copy.Path)] = copy.Members;
        }
        return new MarkedAssemblies([.. environment.Assemblies.Select(path => copies.GetValueOrDefault(Path.GetFileName(path), path))], members.ToImmutable(), folders);
    }

    /// <summary>Lets other runs of the tool remove the copies.</summary>
    public void Dispose() => _folders?.Dispose();

    /// <summary>Documentation ids of what a block entered.</summary>
    internal IEnumerable<string> NamesOf(FromWorker.Executed executed) =>
        _members.TryGetValue(executed.Assembly, out var members) ? executed.Members.Select(number => members[number]) : [];
}
