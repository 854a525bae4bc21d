using Docsite.Settings;

namespace Docsite.Parsing;

/// <summary>The words by which fences and findings speak of the settings' variants.</summary>
internal static class VariantWords
{
    /// <summary>The option word, e.g. <c>era</c>.</summary>
    public static string Singular(SiteSettings settings) => settings.VariantName;

    /// <summary>Its plural, which means the same, e.g. <c>eras</c>.</summary>
    public static string Plural(SiteSettings settings) => Plural(settings.VariantName);

    /// <summary>The option of a fence, or the key of an example file, that a name for the variants would take; nothing where it is free.</summary>
    public static string? Clash(string name)
    {
        var taken = BlockOptionsParser.Words.Concat(PageKeys.OfExample([]).Select(key => key.Name));
        return taken.FirstOrDefault(word => word.Equals(name, StringComparison.OrdinalIgnoreCase) || word.Equals(Plural(name), StringComparison.OrdinalIgnoreCase));
    }

    private static string Plural(string word) => word switch
    {
        [.. var stem, not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] => stem + word[^2] + "ies",
        [.., 's' or 'x'] => word + "es",
        _ => word + "s",
    };
}
