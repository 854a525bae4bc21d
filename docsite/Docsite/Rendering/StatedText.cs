using System.Collections.Immutable;
using Docsite.Parsing;
using Docsite.Planning;

namespace Docsite.Rendering;

/// <summary>Finds the fence that speaks of a variant.</summary>
internal static class StatedText
{
    /// <summary>The fences behind a block that speak of a variant: those that name it, and those that name none.</summary>
    public static ImmutableArray<ExpectationFence> For(ImmutableArray<ExpectationFence> fences, Variant? variant)
    {
        var named = fences.Where(fence => variant is not null && fence.Variants.Contains(variant.Name)).ToImmutableArray();
        return named.IsEmpty ? [.. fences.Where(fence => fence.Variants.IsEmpty)] : named;
    }
}
