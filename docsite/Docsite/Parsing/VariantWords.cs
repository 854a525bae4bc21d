using Docsite.Settings;

namespace Docsite.Parsing;

/// <summary>The words by which fences and findings speak of the settings' variants.</summary>
internal static class VariantWords
{
    /// <summary>The option word, e.g. <c>era</c>.</summary>
    public static string Singular(SiteSettings settings) => settings.VariantName;

    /// <summary>Its plural, which means the same, e.g. <c>eras</c>.</summary>
    public static string Plural(SiteSettings settings) => settings.VariantName switch
    {
        [.. var stem, not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] => stem + settings.VariantName[^2] + "ies",
        [.., 's' or 'x'] => settings.VariantName + "es",
        var name => name + "s",
    };
}
