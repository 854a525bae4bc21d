using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Pages;
using Docsite.Settings;

namespace Docsite.Verification;

/// <summary>Collects the findings about one step and joins those that several variants share.</summary>
internal sealed class Findings(string subject, StepRuns runs, SiteSettings settings)
{
    private readonly List<(Diagnostic Finding, ImmutableArray<string> Variants)> _found = [];

    public SiteSettings Settings => settings;

    public StepRuns Runs => runs;

    /// <summary>Adds an error that was found in some of the variants.</summary>
    public void Error(string id, PageLocation location, string message, IEnumerable<VariantRun> found, Detail? detail = null) =>
        Add(Severity.Error, id, location, message, found, detail);

    public void Add(Severity severity, string id, PageLocation location, string message, IEnumerable<VariantRun> found, Detail? detail = null)
    {
        var finding = new Diagnostic(id, severity, location, message)
        {
            Subject = subject,
            Label = detail?.Label,
            Notes = detail?.Notes ?? [],
            Edits = detail?.Edits ?? [],
        };
        _found.Add((finding, [.. found.Select(run => run.Variant?.Name).OfType<string>().Distinct()]));
    }

    /// <summary>The findings; equal ones of several variants are one that names them, or none of them where it is all.</summary>
    public IEnumerable<Diagnostic> Joined() => _found
        .GroupBy(found => (found.Finding.Id, found.Finding.Severity, found.Finding.Location, found.Finding.Message, string.Join('\n', found.Finding.Notes)))
        .Select(group => group.First().Finding with
        {
            Variant = Name(group.SelectMany(found => found.Variants)),
            Edits = [.. group.SelectMany(found => found.Finding.Edits).Distinct()],
        });

    /// <summary>E.g. <c>era A, B2</c>; nothing for all of several, or for the one that no block of the page names.</summary>
    private string? Name(IEnumerable<string> variants)
    {
        var names = runs.Variants.Where(variants.Contains).ToList();
        var isAll = names.Count == runs.Variants.Length;
        return names is [] || (isAll && (names.Count > 1 || names[0] == settings.DefaultVariant?.Name)) ? null : VariantList(names);
    }

    /// <summary>The variants' word and names.</summary>
    public string VariantList(IEnumerable<string> names) => $"{settings.VariantName} {string.Join(", ", names)}";
}

/// <summary>What a finding says beside its message.</summary>
internal sealed record Detail
{
    public string? Label { get; init; }

    public ImmutableArray<string> Notes { get; init; } = [];

    public ImmutableArray<PageEdit> Edits { get; init; } = [];
}
