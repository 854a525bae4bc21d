using System.Collections.Immutable;
using Docsite.Execution.Instrumentation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Docsite.Execution.Compiling;

/// <summary>Tells which of the imports that the settings name exist: one that does not would fail in each block, at no place of it.</summary>
internal static class Imports
{
    // A name, a part of a qualified name and a member that do not exist.
    private static readonly string[] Misses = ["CS0103", "CS0246", "CS0234", "CS1061"];

    internal static ImmutableArray<string> Existing(ImmutableArray<string> usings, IEnumerable<MetadataReference> references)
    {
        var tree = CSharpSyntaxTree.ParseText(string.Concat(usings.Select(one => $"using {one};\n")));
        var broken = CSharpCompilation.Create("imports", [tree], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).GetDiagnostics()
            .Where(one => one.Severity == DiagnosticSeverity.Error && one.Location.IsInSource).Select(one => one.Location.GetLineSpan().StartLinePosition.Line).ToHashSet();
        return [.. usings.Where((_, line) => !broken.Contains(line))];
    }

    /// <summary>Whether a message is what a block says that misses an import.</summary>
    internal static bool IsMiss(BlockMessage message) => message.IsError && Misses.Contains(message.Code);
}
