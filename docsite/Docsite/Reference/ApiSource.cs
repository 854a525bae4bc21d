using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Execution;
using Docsite.Settings;

namespace Docsite.Reference;

/// <summary>The public surface of the settings' projects, read once a build, and only when an assembly or its comments changed.</summary>
/// <param name="settings">The site.</param>
/// <param name="environment">The built projects.</param>
public sealed class ApiSource(SiteSettings settings, BlockEnvironment environment)
{
    private readonly Lazy<ApiModel> _model = new(() => Read(settings, environment));

    /// <summary>The surface; nothing where the site has no reference.</summary>
    public ApiModel Model => _model.Value;

    /// <summary>What the reference lacks, at the declarations in the sources and in the settings.</summary>
    public ImmutableArray<Diagnostic> Findings()
    {
        var ofSettings = Model.SettingProblems.Select(problem => new Diagnostic(DiagnosticIds.UnknownName, Severity.Error, settings.Places.Of(problem.Path), problem.Message) { Notes = [problem.Note] });
        if (Model.Problems.IsEmpty) return [.. ofSettings];
        var places = new DeclarationPlaces(settings.Root, environment.Projects);
        return
        [
            .. ofSettings,
            .. Model.Problems.Select(problem => new Diagnostic(
                problem.Code, problem.Code == DiagnosticIds.MissingSummary ? Severity.Warning : Severity.Error,
                places.Find(problem.Item, problem.Assembly), problem.Message)
            {
                Notes = problem.Code == DiagnosticIds.MissingSummary ? ["write a <summary> above it, or <inheritdoc/> where the base says it"] : [],
            }),
        ];
    }

    private static ApiModel Read(SiteSettings settings, BlockEnvironment environment)
    {
        if (settings.Reference is not { } reference) return ApiModel.Empty;
        ImmutableArray<string> documented = [.. environment.Projects.Select(project => project.Assembly)];
        var kept = new KeptApi(settings, reference, environment.References.Concat(documented), documented);
        if (kept.Load() is { } model) return model;
        model = ApiReader.Read(environment.References, documented, reference);
        kept.Save(model);
        return model;
    }
}
