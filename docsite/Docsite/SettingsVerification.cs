using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Execution;
using Docsite.Pages;
using Docsite.Planning;
using Docsite.Settings;
using Docsite.Verification;

namespace Docsite;

/// <summary>Verifies what the settings state by themselves: it is found once, at its place in the settings file, and not on the pages that need it.</summary>
/// <param name="settings">The site.</param>
/// <param name="runner">Runs the sessions.</param>
public sealed class SettingsVerification(SiteSettings settings, ISessionRunner runner)
{
    /// <summary>Runs them.</summary>
    public async Task<ImmutableArray<SessionRun>> RunAsync(CancellationToken cancellation) =>
        [.. await Task.WhenAll(SettingsPlanner.Plan(settings).Select(async plan => new SessionRun(plan, await runner.RunAsync(plan, cancellation))))];

    /// <summary>What is wrong with them.</summary>
    /// <param name="own">What they gave.</param>
    /// <param name="pages">What the pages gave, of which some may miss them.</param>
    public ImmutableArray<Diagnostic> FindingsOf(ImmutableArray<SessionRun> own, IEnumerable<SessionRun> pages)
    {
        var missed = pages.SelectMany(session => session.Steps.Select(step => (session.Plan.Variant?.Name, Failed: step.End as StepEnd.SettingsFailed))).Where(one => one.Failed is not null).ToList();
        var imports = Errors(own, SettingsPlanner.Imports, settings.Usings).Select((one, index) => Finding(
            DiagnosticIds.UnknownName, settings.Places.Of("Usings", one.Name), $"'{one.Name}' cannot be imported: {one.Error}", index == 0 ? missed.Count(step => step.Failed!.IsOfImports) : 0));
        var allowed = Errors(own, SettingsPlanner.Allowed, settings.Allow).Select(one => Finding(
            DiagnosticIds.UnknownName, settings.Places.Of("Allow", one.Name), $"'{one.Name}' is nothing that could be allowed: {one.Error}", 0));
        var variants = own.Select(session => (session.Plan.Variant, Failed: session.Steps[0].End as StepEnd.SettingsFailed)).Where(one => one is { Variant: not null, Failed.IsOfImports: false })
            .Select(one => Finding(DiagnosticIds.VariantFailed, settings.Places.Of("Variants", "Values", one.Variant!.Name), $"{settings.VariantName} {one.Variant.Name} cannot be declared: {one.Failed!.Message}",
                missed.Count(step => !step.Failed!.IsOfImports && step.Name == one.Variant.Name)));
        return [.. imports, .. allowed, .. variants];
    }

    private static IEnumerable<(string Name, string Error)> Errors(ImmutableArray<SessionRun> own, string session, ImmutableArray<string> names) =>
        own.Where(one => one.Plan.Variant is null && one.Plan.Name == session)
            .SelectMany(one => one.Steps.Zip(names, (step, name) => (Name: name, Error: step.Compiler.FirstOrDefault(message => message.IsError))))
            .Where(one => one.Error is not null).Select(one => (one.Name, CompilerVerifier.Text(one.Error!)));

    private static Diagnostic Finding(string id, PageLocation place, string message, int missing) => new(id, Severity.Error, place, message)
    {
        Notes = missing == 0 ? [] : [missing == 1 ? "1 block or value was not run because of it" : $"{missing} blocks and values were not run because of it"],
    };
}
