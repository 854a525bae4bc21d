using System.Collections.Immutable;
using Docsite.Planning;

namespace Docsite.Parsing;

/// <summary>Which of a block's expectation fences speak of a run.</summary>
public static class ApplicableFences
{
    /// <summary>The fences that name the variant, in page order; where none does, those that name no variant.</summary>
    public static ImmutableArray<ExpectationFence> For(ImmutableArray<ExpectationFence> fences, Variant? variant)
    {
        var own = fences.Where(fence => variant is not null && fence.Variants.Contains(variant.Name)).ToImmutableArray();
        return own.IsEmpty ? [.. fences.Where(fence => fence.Variants.IsEmpty)] : own;
    }
}
