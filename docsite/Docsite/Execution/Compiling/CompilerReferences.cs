using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Docsite.Reference;
using Microsoft.CodeAnalysis;

namespace Docsite.Execution.Compiling;

/// <summary>Assemblies as the compiler refers to them.</summary>
internal static class CompilerReferences
{
    // The framework's files stay as they are while the tool runs: they are read once for all compilers.
    private static readonly ConcurrentDictionary<string, ReadAssembly> Framework = new(StringComparer.Ordinal);

    /// <summary>The references that blocks are compiled against.</summary>
    /// <remarks>
    /// Half of the framework's assemblies only say where types have gone. The compiler looks into every reference for each block, so
    /// these are left out unless an assembly that was compiled against them is among the others.
    /// </remarks>
    /// <param name="paths">Paths of the assemblies.</param>
    internal static ImmutableArray<MetadataReference> Of(IEnumerable<string> paths)
    {
        var all = paths.Distinct(StringComparer.Ordinal).Select(path => BlockEnvironment.Framework.References.Contains(path) ? Framework.GetOrAdd(path, Read) : Read(path)).ToList();
        var named = all.ToLookup(one => one.Name, StringComparer.OrdinalIgnoreCase);
        var kept = all.Where(one => one.HasTypes).ToHashSet();
        var open = new Queue<ReadAssembly>(kept);
        while (open.TryDequeue(out var one))
        {
            foreach (var referred in one.References.SelectMany(name => named[name]).Where(kept.Add)) open.Enqueue(referred);
        }
        return [.. all.Where(kept.Contains).Select(one => one.Reference)];
    }

    // A reference that names its file is described in the symbols of each block, at a tenth of the time that the block takes.
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The reference reads from it for as long as anything is compiled.")]
    private static ReadAssembly Read(string path)
    {
        var metadata = AssemblyMetadata.CreateFromFile(path);
        var reader = metadata.GetModules()[0].GetMetadataReader();
        return new ReadAssembly(
            Path.GetFileNameWithoutExtension(path),
            reader.TypeDefinitions.Any(type => (reader.GetTypeDefinition(type).Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public),
            [.. reader.AssemblyReferences.Select(one => reader.GetString(reader.GetAssemblyReference(one).Name))],
            metadata.GetReference(CommentFile.Beside(path), display: path));
    }

    private sealed record ReadAssembly(string Name, bool HasTypes, ImmutableArray<string> References, MetadataReference Reference);
}
