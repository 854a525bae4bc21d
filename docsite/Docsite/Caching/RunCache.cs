using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Docsite.Diagnostics;
using Docsite.Execution;
using Docsite.Pages;
using Docsite.Parsing;
using Docsite.Planning;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Caching;

/// <summary>Runs only the sessions whose result is not kept from an earlier run of the tool, and keeps what it ran.</summary>
/// <param name="folder">Where results are kept, as <see cref="RunFolders"/> says.</param>
/// <param name="keys">What a result depends on.</param>
/// <param name="inner">Runs the others.</param>
public sealed class RunCache(string folder, SessionKeys keys, ISessionRunner inner) : ISessionRunner
{
    private readonly RunStore _store = new(folder);
    private readonly ConcurrentBag<Diagnostic> _findings = [];
    private readonly ConcurrentDictionary<string, bool> _asked = new(StringComparer.Ordinal);
    private int _blocks;
    private int _ofOtherVersion;

    /// <summary>How many runs of blocks came from the cache so far.</summary>
    public int Blocks => _blocks;

    /// <summary>What is wrong with the cache; notes, since everything was run that could not be read.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => _ofOtherVersion == 0 ? [.. _findings] :
    [
        .. _findings,
        Note(DiagnosticIds.ForeignCacheEntry, RunFolders.NameOf(folder), $"{(_ofOtherVersion == 1 ? "1 kept result is" : $"{_ofOtherVersion} kept results are")} ignored: another version of the tool made {(_ofOtherVersion == 1 ? "it" : "them")}"),
    ];

    /// <inheritdoc/>
    public async Task<ImmutableArray<StepRun>> RunAsync(SessionPlan plan, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _asked[_store.PathOf(plan)] = true;
        var key = keys.Of(plan);
        if (Find(plan, key) is { } kept) return kept;
        var runs = await inner.RunAsync(plan, cancellation);
        if (runs.All(run => run.IsRepeatable)) Keep(plan, key, runs);
        // What was kept is of no use any more, and would be noticed again.
        else _store.Forget(plan);
        return runs;
    }

    /// <summary>Removes the results of sessions that were not asked for; for after a run over the whole site.</summary>
    public void ForgetOthers() => _store.Keep(_asked.Keys);

    /// <summary>The key that a session's kept result was made with; nothing where none is kept.</summary>
    public SessionKey? KeptKey(SessionPlan plan) => Read(plan) is { } kept ? new SessionKey(kept.Label.Key) : null;

    private ImmutableArray<StepRun>? Find(SessionPlan plan, SessionKey key)
    {
        if (Read(plan) is not { } kept || !kept.Label.Key.SequenceEqual(key.Parts)) return null;
        try
        {
            var runs = kept.Runs(new StepLocations(plan));
            if (!SettingsPlanner.IsOfSettings(plan)) _ = Interlocked.Add(ref _blocks, plan.Steps.Count(step => step is SessionStep.Block));
            return [.. runs.Zip(plan.Steps, (run, step) => run with { Step = step })];
        }
        catch (JsonException error)
        {
            Note(DiagnosticIds.CorruptCacheEntry, plan, $"the result that was kept for {plan.Page.Path} is ignored: {error.Message}");
            return null;
        }
    }

    private KeptSession? Read(SessionPlan plan)
    {
        try
        {
            var kept = _store.Read(plan, out var isOfOtherVersion);
            if (isOfOtherVersion) _ = Interlocked.Increment(ref _ofOtherVersion);
            if (kept is null || (kept.Label.Page, kept.Label.Session, kept.Label.Variant) == (plan.Page.Path, plan.Name, plan.Variant?.Name ?? "")) return kept;
            Note(DiagnosticIds.ForeignCacheEntry, plan, $"the result that was kept for {plan.Page.Path} is ignored: it belongs to {kept.Label.Page}");
        }
        catch (Exception error) when (error is InvalidDataException or JsonException or IOException or UnauthorizedAccessException)
        {
            Note(DiagnosticIds.CorruptCacheEntry, plan, $"the result that was kept for {plan.Page.Path} is ignored: {error.Message}");
        }
        return null;
    }

    private void Keep(SessionPlan plan, SessionKey key, ImmutableArray<StepRun> runs)
    {
        try
        {
            var label = new KeptLabel(plan.Page.Path, plan.Name, plan.Variant?.Name ?? "", key.Parts);
            _store.Write(plan, KeptSession.Of(label, runs, new StepLocations(plan)));
        }
        catch (Exception error) when (error is JsonException or NotSupportedException or IOException or UnauthorizedAccessException)
        {
            Note(DiagnosticIds.CacheNotWritten, plan, $"the result for {plan.Page.Path} is not kept: {error.Message}");
        }
    }

    private void Note(string id, SessionPlan plan, string message) =>
        _findings.Add(Note(id, $"{RunFolders.NameOf(folder)}/{Path.GetFileName(_store.PathOf(plan))}", message));

    private static Diagnostic Note(string id, string path, string message) =>
        new(id, Severity.Note, new PageLocation(new PageText(path, ""), new TextSpan(0, 0)), message);
}
