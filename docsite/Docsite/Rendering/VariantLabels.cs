using Docsite.Parsing;
using Docsite.Planning;
using Docsite.Settings;

namespace Docsite.Rendering;

/// <summary>Says which variants are meant.</summary>
internal static class VariantLabels
{
    /// <summary><c>era A</c>, <c>eras A, B2</c>; empty for none.</summary>
    public static string Of(IEnumerable<Variant?> variants, SiteSettings settings)
    {
        var names = variants.OfType<Variant>().Select(variant => variant.Name).Distinct().ToList();
        return names.Count switch
        {
            0 => "",
            1 => $"{VariantWords.Singular(settings)} {names[0]}",
            _ => $"{VariantWords.Plural(settings)} {string.Join(", ", names)}",
        };
    }
}
