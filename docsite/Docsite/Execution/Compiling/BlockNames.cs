using System.Collections.Immutable;

namespace Docsite.Execution.Compiling;

/// <summary>The names in a block; for what a block declares, <see cref="CodeSymbol.Block"/> is that block's assembly.</summary>
/// <param name="Names">In the order of the code.</param>
/// <param name="Symbols">What they stand for.</param>
internal sealed record BlockNames(ImmutableArray<CodeName> Names, ImmutableArray<CodeSymbol> Symbols)
{
    internal static BlockNames None { get; } = new([], []);
}
