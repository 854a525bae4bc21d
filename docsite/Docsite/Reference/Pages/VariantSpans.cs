using System.Collections.Immutable;
using Docsite.Parsing;
using Docsite.Settings;

namespace Docsite.Reference.Pages;

/// <summary>Tells which of the settings' variants have something that is new in one of them, or gone.</summary>
/// <param name="settings">The variants, and the versions that they stand for.</param>
internal sealed class VariantSpans(SiteSettings settings)
{
    private readonly ImmutableArray<string> _order = [.. settings.Variants.Select(variant => variant.Name)];

    /// <summary>What the variants are called, as a heading.</summary>
    public string Title => char.ToUpperInvariant(VariantWords.Plural(settings)[0]) + VariantWords.Plural(settings)[1..];

    /// <summary><c>since v5.17 (eras B2, C1)</c>; empty where nothing is said.</summary>
    public string Words(ApiNote note)
    {
        var span = (Said(note.Since), Said(note.Until)) switch
        {
            (null, null) => "",
            ({ } since, null) => $"since {since}",
            (null, { } until) => $"until {until}",
            ({ } since, { } until) => since == until ? $"{since} only" : $"{since} to {until}",
        };
        var variants = Of(note);
        if (variants.IsEmpty) return span;
        var named = $"{(variants.Length == 1 ? VariantWords.Singular(settings) : VariantWords.Plural(settings))} {string.Join(", ", variants)}";
        return span.Length == 0 ? named : $"{span} ({named})";
    }

    /// <summary>The variants that have it, in their order; none where the note names no bound.</summary>
    public ImmutableArray<string> Of(ApiNote note) => note is { Since: null, Until: null } ? [] : [.. _order.Where((name, place) => IsIn(name, place, note))];

    // A bound that names a variant says no more than the list of variants does.
    private string? Said(string? bound) => bound is not null && _order.Contains(bound) ? null : bound;

    private bool IsIn(string name, int place, ApiNote note)
    {
        var (first, last) = (Place(note.Since), Place(note.Until));
        if (first is not null && place < first || last is not null && place > last) return false;
        var versions = settings.VariantVersions.GetValueOrDefault(name);
        // What stands for no version is meant only where its kind is.
        if (versions is null) return first is not null && !settings.VariantVersions.ContainsKey(note.Since!);
        return versions.Meets(first is null ? Version(note.Since) : null, last is null ? Version(note.Until) : null);
    }

    private int? Place(string? name) => name is not null && _order.IndexOf(name) is >= 0 and var place ? place : null;

    private static Version? Version(string? text) => text is null ? null : VersionSpan.Read(text);
}
