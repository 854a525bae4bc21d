using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using Docsite.Settings;

namespace Docsite.Caching;

/// <summary>The settings that a run can depend on: all but those that only concern where pages are and how they look.</summary>
internal static class SettingsIdentity
{
    // A setting that is added later takes part until it is named here, so that forgetting one makes nothing stale.
    private static readonly FrozenSet<string> Presentation = new[]
    {
        nameof(SiteSettings.Root), nameof(SiteSettings.Places), nameof(SiteSettings.SiteTitle), nameof(SiteSettings.Description), nameof(SiteSettings.Host),
        nameof(SiteSettings.LinkRoot), nameof(SiteSettings.LinkHideExtensions), nameof(SiteSettings.Address), nameof(SiteSettings.RootPath),
        nameof(SiteSettings.InputPaths), nameof(SiteSettings.ExamplePaths), nameof(SiteSettings.OutputPath), nameof(SiteSettings.ExcludedPaths),
        nameof(SiteSettings.BookPath), nameof(SiteSettings.ArchivePath), nameof(SiteSettings.EditLink), nameof(SiteSettings.GitDates),
        nameof(SiteSettings.Limits), nameof(SiteSettings.Verdicts), nameof(SiteSettings.Reference),
        // What they are built to is a part of the key.
        nameof(SiteSettings.Projects), nameof(SiteSettings.BuildTimeout),
        nameof(SiteSettings.VariantVersions),
        // Each session has its own variant in its key.
        nameof(SiteSettings.DefaultVariant),
    }.ToFrozenSet();

    internal static IEnumerable<KeyPart> Of(SiteSettings settings) => typeof(SiteSettings).GetProperties()
        .Where(property => property.Name != "EqualityContract" && !Presentation.Contains(property.Name))
        .OrderBy(property => property.Name, StringComparer.Ordinal)
        .Select(property => new KeyPart($"setting {property.Name}", Text(property.Name == nameof(SiteSettings.Variants) ? NamesOf(settings) : property.GetValue(settings))));

    // A comment may state a value for each of them; what they declare, a session has in its key for its own.
    private static IEnumerable<string> NamesOf(SiteSettings settings) => settings.Variants.Select(variant => variant.Name);

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        IFormattable scalar => scalar.ToString(null, CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IEnumerable many => $"[{string.Join(", ", many.Cast<object?>().Select(Text))}]",
        _ => $"{{{string.Join(", ", value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(one => $"{one.Name} = {Text(one.GetValue(value))}"))}}}",
    };
}
