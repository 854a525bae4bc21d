using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Docsite;

/// <summary>Does the same to many things on all processors.</summary>
internal static class AtOnce
{
    /// <summary>What is made of each, in their order.</summary>
    internal static ImmutableArray<TMade> Of<TItem, TMade>(IReadOnlyList<TItem> items, Func<TItem, TMade> make)
    {
        var made = new TMade[items.Count];
        _ = Parallel.For(0, made.Length, index => made[index] = make(items[index]));
        return ImmutableCollectionsMarshal.AsImmutableArray(made);
    }
}
