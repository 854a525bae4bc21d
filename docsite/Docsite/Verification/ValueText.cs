namespace Docsite.Verification;

/// <summary>Writes what stands behind <c>// =></c>.</summary>
internal static class ValueText
{
    /// <summary>The one value of all variants, else <c>A, B2: 4; C3: 5</c> in the settings' order; nothing where a value has no form in C#.</summary>
    /// <param name="values">The variants and their values as C#; an empty one is left out.</param>
    /// <param name="runs">The order of the variants.</param>
    public static string? Of(IEnumerable<(string? Variant, string? Literal)> values, StepRuns runs)
    {
        var known = values.Distinct().ToList();
        if (known.Any(value => value.Literal is null || value.Literal.AsSpan().ContainsAny('\r', '\n'))) return null;
        var groups = known
            .Where(value => value.Literal is { Length: > 0 })
            .OrderBy(value => value.Variant is null ? -1 : runs.Variants.IndexOf(value.Variant))
            .GroupBy(value => value.Literal!, value => value.Variant)
            .ToList();
        var isComplete = known.All(value => value.Literal is { Length: > 0 });
        return groups switch
        {
            [] => null,
            [var only] when isComplete => only.Key,
            _ when known.Any(value => value.Variant is null) => null,
            // A value that changes within one variant, from session to session, has no form at all.
            _ when groups.SelectMany(group => group).GroupBy(variant => variant).Any(same => same.Count() > 1) => null,
            _ => string.Join("; ", groups.Select(group => $"{string.Join(", ", group)}: {group.Key}")),
        };
    }
}
