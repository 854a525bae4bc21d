using System.Collections.Immutable;
using Docsite.Execution;
using Docsite.Parsing;
using Docsite.Planning;
using Docsite.Settings;

namespace Docsite.Rendering;

/// <summary>Makes the model of a block that ran, or was kept from it.</summary>
/// <param name="input">The page.</param>
internal sealed class CodeModels(RenderInput input)
{
    private readonly SiteSettings _settings = input.Settings;

    /// <summary>The block as a reader sees it.</summary>
    public CodeModel Of(SessionStep.Block block)
    {
        var all = input.Runs.Of(block);
        var links = all.Count == 0 ? null : new NameLinks(all[0].Run, block, input);
        var verified = VerifiedComments(all);
        var (lines, notes) = CodeNotes.Of(CSharpHighlighter.Lines(block.Shown, verified.Contains, block.Options.Highlight, block.IsProgram, links));
        if (links is not null) input.Names.Add(block.Id[(block.Id.LastIndexOf('#') + 1)..], links.Linked, all, input.Api);
        return new CodeModel
        {
            Id = block.Id[(block.Id.LastIndexOf('#') + 1)..],
            Language = "csharp",
            Title = block.Options.Title,
            Lines = lines,
            Notes = notes,
            Status = StatusOf(block.Options.Kind),
            StatusLines = StatusLines(block.Options.Kind, all),
            Outputs = Outputs(block, all),
            Variants = all.Count > 1 ? VariantLabels.Of(all.Select(run => run.Variant), _settings) : "",
            IsFolded = block.Options.Setup,
        };
    }

    private static HashSet<int> VerifiedComments(IReadOnlyList<(Variant? Variant, StepRun Run)> all)
    {
        var verified = new HashSet<int>();
        var wrong = new HashSet<int>();
        foreach (var (_, run) in all)
        {
            foreach (var value in run.Values)
            {
                (value.Outcome is ValueOutcome.Matches ? verified : wrong).Add(value.Comment.Span.Start);
            }
            verified.UnionWith(run.StatedErrors.Select(error => error.Location.Span.Start));
            if (run.StatedThrow is { } thrown) verified.Add(thrown.Location.Span.Start);
        }
        verified.ExceptWith(wrong);
        return verified;
    }

    private static CodeStatus StatusOf(BlockKind kind) => kind switch
    {
        BlockKind.CompileOnly => CodeStatus.Compiled,
        BlockKind.Fails => CodeStatus.Fails,
        BlockKind.Throws => CodeStatus.Throws,
        BlockKind.Ignored => CodeStatus.Ignored,
        _ => CodeStatus.Verified,
    };

    private static ImmutableArray<string> StatusLines(BlockKind kind, IReadOnlyList<(Variant? Variant, StepRun Run)> all) => kind switch
    {
        BlockKind.Ignored ignored => [ignored.Reason],
        BlockKind.Fails => [.. all.SelectMany(run => run.Run.Compiler).Where(message => message.IsError).Select(message => $"{message.Code}: {message.Text}").Distinct()],
        BlockKind.Throws => [.. all.Select(run => run.Run.End).OfType<StepEnd.Threw>().Select(end => $"{end.TypeName}: {end.Message}").Distinct()],
        _ => [],
    };

    private ImmutableArray<OutputModel> Outputs(SessionStep.Block block, IReadOnlyList<(Variant? Variant, StepRun Run)> all)
    {
        var groups = all.Select(run => (run.Variant, Text: OutputOf(block, run))).GroupBy(run => run.Text).ToList();
        if (groups.Count == 1) return groups[0].Key.Length == 0 ? [] : [new OutputModel(groups[0].Key, "")];
        return
        [
            .. groups.Select(group => new OutputModel(
                group.Key.Length == 0 ? "(nothing)" : group.Key, VariantLabels.Of(group.Select(run => run.Variant), _settings))),
        ];
    }

    // What the page states, not what this run printed: they agree, and where the page says "...", the run may differ tomorrow.
    private static string OutputOf(SessionStep.Block block, (Variant? Variant, StepRun Run) run)
    {
        var stated = ApplicableFences.For(block.Outputs, run.Variant);
        return (stated.IsEmpty ? run.Run.Output : string.Join('\n', stated.Select(fence => fence.Text.Code))).TrimEnd('\n');
    }
}
