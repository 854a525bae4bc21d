using System.Collections.Concurrent;
using Docsite.Execution.Instrumentation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Docsite.Execution.Compiling;

/// <summary>
/// The blocks of the sessions that run once for each of several variants: what is the same in them is compiled once. A block that
/// states a value for each variant is compiled for each, and the next ones still share theirs: what it declares is the same.
/// </summary>
/// <param name="compiler">Compiles what is not here yet.</param>
internal sealed class CompiledBlocks(BlockCompiler compiler)
{
    private readonly ConcurrentDictionary<Key, Lazy<CompiledBlock>> _blocks = new();
    private readonly ConcurrentDictionary<string, CSharpCompilation> _declarations = new(StringComparer.Ordinal);

    /// <summary>Compiles a block, or takes it as another variant's session compiled it.</summary>
    /// <param name="source">The block.</param>
    /// <param name="variants">The names that value comments may use, and the one that runs.</param>
    /// <param name="previous">The session so far.</param>
    /// <param name="cancellation">Ends the compilation.</param>
    internal CompiledBlock Compile(BlockSource source, VariantNames variants, CSharpCompilation? previous, CancellationToken cancellation)
    {
        var isPerVariant = CommentReader.Read(source.Code, BlockCompiler.ParseOptions, variants).Values.Any(one => one.IsPerVariant);
        var block = Get(source, isPerVariant ? variants.Running : null, variants, previous, cancellation);
        if (!isPerVariant || block.Submission is not { } submission) return block;
        // The first variant's compilation is what all of them go on from.
        var first = Get(source, variants.All[0], variants with { Running = variants.All[0] }, previous, cancellation);
        return first.Submission is { } shared ? block with { Submission = submission with { Compilation = shared.Compilation } } : block;
    }

    /// <summary>The compilation that a variant's session goes on from: that of the first declaration that declares the same.</summary>
    internal CSharpCompilation DeclarationFor(CSharpCompilation declaration)
    {
        var members = declaration.ScriptClass?.GetMembers().Where(one => !one.IsImplicitlyDeclared).Select(one => one.ToDisplayString() + Type(one));
        return members is null ? declaration : _declarations.GetOrAdd(string.Join('\n', members), declaration);
    }

    private static string Type(ISymbol member) => member is IFieldSymbol field ? " " + field.Type.ToDisplayString() : "";

    private CompiledBlock Get(BlockSource source, string? running, VariantNames variants, CSharpCompilation? previous, CancellationToken cancellation) =>
        _blocks.GetOrAdd(new Key(source, previous, running), _ => new Lazy<CompiledBlock>(() => compiler.Compile(source, variants, previous, cancellation))).Value;

    private sealed record Key(BlockSource Source, CSharpCompilation? Previous, string? Running);
}
