using System.Collections.Concurrent;
using Docsite.Reference;
using Microsoft.CodeAnalysis;

namespace Docsite.Execution.Compiling;

/// <summary>Assemblies as the compiler refers to them.</summary>
internal static class CompilerReferences
{
    // The framework's files stay as they are while the tool runs: they are read once for all compilers.
    private static readonly ConcurrentDictionary<string, MetadataReference> Framework = new(StringComparer.Ordinal);

    /// <summary>The reference to an assembly.</summary>
    internal static MetadataReference Of(string path) => BlockEnvironment.Framework.References.Contains(path)
        ? Framework.GetOrAdd(path, Read)
        : Read(path);

    // A reference that names its file is described in the symbols of each block, at a tenth of the time that the block takes.
    private static MetadataReference Read(string path) =>
        AssemblyMetadata.CreateFromFile(path).GetReference(CommentFile.Beside(path), display: path);
}
