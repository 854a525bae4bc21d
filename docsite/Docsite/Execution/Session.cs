using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Execution.Compiling;
using Docsite.Execution.Instrumentation;
using Docsite.Execution.Workers;
using Docsite.Parsing;
using Docsite.Planning;
using Docsite.Protocol;
using Docsite.Verification;

namespace Docsite.Execution;

/// <summary>One session while it runs.</summary>
/// <remarks>
/// Only a block that ran to its end becomes part of the session; the next one is compiled on the last of those.
/// Blocks that are only compiled, that fail as announced, and values in prose leave it as it was.
/// </remarks>
internal sealed class Session(SessionPlan plan, SessionTools tools, CompiledBlocks blocks) : IAsyncDisposable
{
    // Loading and running again what ran before is given this much time.
    private static readonly TimeSpan ReplayLimit = TimeSpan.FromSeconds(60);

    private readonly List<LiveBlock> _live = [];
    private readonly List<StepRun> _runs = [];
    private readonly Dictionary<string, CompiledBlock> _compiled = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _steps = new(StringComparer.Ordinal);
    private readonly VariantNames _variants = new([.. tools.Settings.Variants.Select(one => one.Name)], plan.Variant?.Name);
    private readonly LostDeclarations _lost = new();
    private Worker? _worker;
    private readonly HashSet<string> _held = new(StringComparer.Ordinal);
    private int _nextId;
    private string? _loss;

    /// <summary>Whether the same blocks run in other variants too.</summary>
    private bool IsOneOfSeveral => plan.Variant is not null && plan.Steps.OfType<SessionStep.Block>().Any(block => block.Options.Variants.Length > 1);

    // A program is called with words, here with none.
    private string? Declaration => plan.Steps.OfType<SessionStep.Block>().Any(block => block.IsProgram && block.Code.Code.Contains("args", StringComparison.Ordinal))
        ? $"{plan.Variant?.Declaration}\nstring[] args = [];" : plan.Variant?.Declaration;

    internal async Task<ImmutableArray<StepRun>> RunAsync(CancellationToken cancellation)
    {
        // The worker starts while the first block is compiled.
        _worker = StartWorker();
        if (await DeclareAsync(cancellation) is { } failure) return [.. plan.Steps.Select(step => new StepRun(step, failure))];
        foreach (var step in plan.Steps)
        {
            _runs.Add(await BlockDefectException.AtAsync(step, () => RunAsync(step, cancellation)));
        }
        await FinishAsync(cancellation);
        if (_runs.All(IsContained)) await ReturnWorkerAsync(cancellation);
        return [.. _runs];
    }

    private async Task<StepRun> RunAsync(SessionStep step, CancellationToken cancellation)
    {
        var block = Compile(step, cancellation);
        // What it states does not count while it is unknown what its names mean.
        if (!SettingsPlanner.IsOfSettings(plan) && block.Messages.FirstOrDefault(tools.Compiler.MissesImport) is { } missed)
        {
            _lost.Add(step, block);
            return Facts(step, block).NotRun(new StepEnd.SettingsFailed(missed.Text) { IsOfImports = true });
        }
        // Whether it fails as announced cannot be told while names are missing that another block failed to declare.
        var reason = IsToFail(step) ? _lost.ReasonOf(block) : _lost.TakeFrom(ref block);
        var run = reason is null ? await RunAsync(step, block, cancellation) : Facts(step, block).NotRun(new StepEnd.NotRun(reason));
        if (!IsToFail(step) && !IsWhole(run)) _lost.Add(step, block);
        return CheckProgram(run, cancellation);
    }

    private static bool IsToFail(SessionStep step) => step is SessionStep.Block { Options.Kind: BlockKind.Fails };

    private static bool IsWhole(StepRun run) =>
        run.End is StepEnd.Completed or StepEnd.CompiledOnly || (run.End is StepEnd.Threw && Announcements.OfThrow(run));

    private StepFacts Facts(SessionStep step, CompiledBlock block) => new(step, block, _compiled, tools.Marked);

    // What the site's settings import, a plain dotnet run does not.
    private StepRun CheckProgram(StepRun run, CancellationToken cancellation) =>
        run.Step is SessionStep.Block { IsProgram: true } program && !run.Compiler.Any(message => message.IsError)
            ? run with { Compiler = [.. run.Compiler, .. tools.Compiler.Programs.Errors(program.Location.Page, cancellation)] }
            : run;

    // What variables hold lives as long as the session; a block that is not known to be to blame for what goes wrong at its end is the last one.
    private async Task FinishAsync(CancellationToken cancellation)
    {
        if (!_worker!.IsAlive || _live.Count == 0 || _runs.Count == 0) return;
        var outcome = await _worker.RunAsync(new ToWorker.Finish(), tools.Settings.Timeout, cancellation);
        var problem = outcome switch
        {
            { Ended.Exception: { } thrown } => $"Disposing the session's variables ended with {thrown.TypeName}: {thrown.Message}",
            { Ended: not null, Output: "", RawOutput: "" } => null,
            { Ended: not null } when !OwnsVariables => null,
            { Ended: not null } => $"Disposing the session's variables printed: {outcome.Output}{outcome.RawOutput}",
            _ => $"Disposing the session's variables did not end: {outcome.Death ?? "its time was up"}",
        };
        BlameEarlierBlocks(outcome, current: null);
        if (problem is null) return;
        var escape = new CompilerMessage(DiagnosticIds.DisposalFailed, IsError: true, problem, _runs[^1].Step.Location);
        _runs[^1] = _runs[^1] with { Escapes = _runs[^1].Escapes.Add(escape) };
    }

    private bool OwnsVariables => _live.Any(live => _compiled.TryGetValue(live.Name, out var block) && block.Instrumented.OwnsVariables);

    public async ValueTask DisposeAsync()
    {
        if (_worker is not null) await _worker.DisposeAsync();
    }

    private Worker StartWorker()
    {
        var worker = tools.Workers.Rent();
        worker.Begin(plan.Steps.Length + 2, _held);
        return worker;
    }

    private async Task ReturnWorkerAsync(CancellationToken cancellation)
    {
        var worker = _worker!;
        _worker = null;
        await tools.Workers.ReturnAsync(worker, cancellation);
    }

    private static bool IsContained(StepRun run) =>
        run.Escapes.IsEmpty && run.RawOutput.Length == 0 && run.End is StepEnd.Completed or StepEnd.Threw or StepEnd.CompiledOnly or StepEnd.DidNotCompile;

    private async Task<StepEnd.SettingsFailed?> DeclareAsync(CancellationToken cancellation)
    {
        if (Declaration is not { } declaration) return null;
        // What has failed once fails in each session, and may take its time for it.
        if (tools.Broken.TryGetValue(declaration, out var known)) return known;
        var block = tools.Compiler.CompileDeclaration(declaration, cancellation);
        if (block.Submission is not { } submission)
        {
            var errors = block.Messages.Where(one => one.IsError).ToList();
            return Broken(new StepEnd.SettingsFailed(string.Join("; ", errors.Select(one => $"{one.Code}: {one.Text}"))) { IsOfImports = errors.Exists(tools.Compiler.MissesImport) });
        }
        var live = Live(submission, block, ["figure"]);
        var outcome = await _worker!.RunAsync(live.Message, tools.Settings.Timeout, cancellation);
        var printed = (outcome.Output + outcome.RawOutput).Trim();
        if (outcome.Ended is { Exception: null } && printed.Length == 0)
        {
            _live.Add(IsOneOfSeveral ? live with { Submission = submission with { Compilation = blocks.DeclarationFor(submission.Compilation) } } : live);
            return null;
        }
        return Broken(new StepEnd.SettingsFailed(outcome switch
        {
            { Ended.Exception: { } thrown } => $"{thrown.TypeName}: {thrown.Message}",
            { Ended: not null } => $"it prints {printed.ReplaceLineEndings(" ")}, which no page could state",
            { IsTimedOut: true } => $"It was still running after {tools.Settings.Timeout.TotalSeconds:0.###} s.",
            _ => outcome.Death!,
        }));

        StepEnd.SettingsFailed Broken(StepEnd.SettingsFailed failed) => tools.Broken.GetOrAdd(declaration, failed);
    }

    private CompiledBlock Compile(SessionStep step, CancellationToken cancellation)
    {
        var source = BlockSource.Of(step, _compiled.Count, _nextId);
        var previous = _live.LastOrDefault()?.Submission.Compilation;
        var block = IsOneOfSeveral ? blocks.Compile(source, _variants, previous, cancellation) : tools.Compiler.Compile(source, _variants, previous, cancellation);
        if (SettingsPlanner.IsOfSettings(plan)) block = tools.Compiler.WithMeantNames(block);
        _nextId += block.Comments.Values.Length;
        _compiled.Add(source.Name, block);
        _steps.Add(source.Name, _runs.Count);
        return block;
    }

    private async Task<StepRun> RunAsync(SessionStep step, CompiledBlock block, CancellationToken cancellation)
    {
        var facts = Facts(step, block);
        var kind = step is SessionStep.Block { Options: var options } ? options.Kind : new BlockKind.Run();
        if (block.Submission is not { } submission) return facts.NotRun(new StepEnd.DidNotCompile());
        if (kind is BlockKind.CompileOnly or BlockKind.Fails) return facts.NotRun(new StepEnd.CompiledOnly());
        if (await RestoreWorkerAsync(cancellation) is { } reason) return facts.NotRun(new StepEnd.NotRun(reason));

        var live = Live(submission, block, FigureIds.Of(step, plan.Variant));
        var limit = (step as SessionStep.Block)?.Options.Timeout ?? tools.Settings.Timeout;
        var outcome = await _worker!.RunAsync(live.Message, limit, cancellation);
        if (LateEnd.Of(outcome, block.Source.Name, [.. _live.Select(one => one.Name)], name => _steps.TryGetValue(name, out var at) ? _runs[at] : null) is { } late)
        {
            return await BlameLateEndAsync(late, outcome, facts, () => RunAsync(step, block, cancellation));
        }
        if (step is SessionStep.Block && outcome.Ended is { Exception: null }) _live.Add(live with { Message = live.Message with { Watched = [] } });
        BlameEarlierBlocks(outcome, block.Source.Name);
        return facts.Ran(outcome, limit);
    }

    // A block that took its worker with it costs only itself: what ran before it runs again, unseen.
    private async Task<string?> RestoreWorkerAsync(CancellationToken cancellation)
    {
        if (_worker!.IsAlive || _loss is not null) return _loss;
        await _worker.DisposeAsync();
        _worker = StartWorker();
        foreach (var live in _live)
        {
            var outcome = await _worker.RunAsync(live.Message, ReplayLimit, cancellation);
            if (outcome.Ended is not { Exception: null })
            {
                var step = _steps.TryGetValue(live.Name, out var index) ? _runs[index].Step.Id : "the variant's declaration";
                return _loss = $"the session could not be brought back: {step} ended differently when it ran again";
            }
        }
        return null;
    }

    // After the last block none is the current one, and what comes from none is that one's.
    private void BlameEarlierBlocks(BlockOutcome outcome, string? current)
    {
        var last = current is null ? _steps.MaxBy(step => step.Value).Key : null;
        foreach (var escaped in outcome.Messages.OfType<FromWorker.Escaped>())
        {
            if (escaped.Exception is not { } exception || (StepFacts.Origin(exception, _compiled) ?? last) is not { } origin || origin == current) continue;
            if (!_steps.TryGetValue(origin, out var index)) continue;
            var run = _runs[index];
            var escape = Facts(run.Step, _compiled[origin]).Escape(escaped);
            _runs[index] = run with { Escapes = run.Escapes.Add(escape) };
        }
    }

    // The block that ran when it happened is not to blame: it runs again, or says why it cannot.
    private Task<StepRun> BlameLateEndAsync(LateEnd late, BlockOutcome outcome, StepFacts facts, Func<Task<StepRun>> again)
    {
        var index = _steps[late.Block];
        var run = _runs[index];
        _runs[index] = run with { Escapes = run.Escapes.Add(Facts(run.Step, _compiled[late.Block]).LateEnd(outcome, late.Others)) };
        if (late.CanBeHeld && _held.Add(late.Block)) return again();
        _loss = $"what {run.Step.Id} left running ended the process";
        return Task.FromResult(facts.NotRun(new StepEnd.NotRun(_loss)));
    }

    private LiveBlock Live(Submission submission, CompiledBlock block, ImmutableArray<string> figureIds)
    {
        var namespaces = tools.Compiler.Usings.Concat(_compiled.Values.SelectMany(one => one.Instrumented.Namespaces))
            .Concat(block.Instrumented.Namespaces).Where(one => !one.StartsWith("static ", StringComparison.Ordinal)).Distinct();
        var message = new ToWorker.Run(
            submission.EntryType, submission.EntryMethod, submission.Assembly, [.. figureIds], [.. namespaces])
        {
            Watched = [.. block.Names.Symbols.Select(symbol => symbol.Variable).OfType<string>().Distinct()],
        };
        return new LiveBlock(block.Source.Name, submission, message);
    }

    private sealed record LiveBlock(string Name, Submission Submission, ToWorker.Run Message);
}
