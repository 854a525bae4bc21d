using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Docsite.Diagnostics;
using Docsite.Execution.Workers;
using Docsite.Protocol;

namespace Docsite.Execution;

/// <summary>The end of a process while one block ran, by what another one had left running.</summary>
/// <param name="Block">The other block's assembly.</param>
/// <param name="CanBeHeld">Whether the call that ends the process can be held back when the block runs again.</param>
/// <param name="Others">Words about other blocks that could have been the one; empty where it is known.</param>
internal sealed partial record LateEnd(string Block, bool CanBeHeld, string Others = "")
{
    /// <summary>Tells whether another block than the one that ran is to blame.</summary>
    /// <param name="outcome">What came of the block that ran.</param>
    /// <param name="current">Its assembly.</param>
    /// <param name="live">The assemblies of what ran before it in the process, in order.</param>
    /// <param name="runOf">What came of one of them; nothing for the settings' declaration.</param>
    internal static LateEnd? Of(BlockOutcome outcome, string current, ImmutableArray<string> live, Func<string, StepRun?> runOf)
    {
        if (outcome.Death is null) return null;
        var earlier = live.Where(name => runOf(name) is not null).ToList();
        if (outcome.Messages.OfType<FromWorker.Exiting>().LastOrDefault() is { } exiting)
        {
            // Where a flow does not know who started it, its outermost frame on the page does.
            var starter = exiting.Starter.Length > 0 ? exiting.Starter : exiting.Place.Frames.LastOrDefault(frame => frame.Assembly == current || earlier.Contains(frame.Assembly))?.Assembly;
            return starter is not null && earlier.Contains(starter) ? new LateEnd(starter, CanBeHeld: exiting.Starter.Length > 0) : null;
        }
        if (Reported(outcome.LastWords, live) is { } reported) return earlier.Contains(reported) ? new LateEnd(reported, CanBeHeld: false) : null;
        // What has not been started has done nothing; what is left running by others could have done anything.
        if (outcome.IsStarted || earlier.Count == 0) return null;
        var leaving = earlier.Where(name => runOf(name)!.Escapes.Any(escape => escape.Code == DiagnosticIds.ThreadLeft)).ToList();
        var blamed = leaving.Count > 0 ? leaving : earlier;
        var others = blamed.Take(blamed.Count - 1).Select(name => runOf(name)!.Step.Id).ToList();
        return new LateEnd(blamed[^1], CanBeHeld: false, others.Count == 0 ? "" : $" (or what {string.Join(" or ", others)} left)");
    }

    // The runtime writes a stack, the innermost frame first; what a session's blocks declare is called by their number in it.
    private static string? Reported(string words, ImmutableArray<string> live)
    {
        if (words.Contains("Docsite.Worker.BlockRun", StringComparison.Ordinal) || !IsWhole(words)) return null;
        var outermost = Submission().Matches(words).LastOrDefault();
        return outermost is not null && int.TryParse(outermost.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < live.Length ? live[number] : null;
    }

    // A deep stack takes its time to be written, and may be cut off before it tells whose thread it is.
    private static bool IsWhole(string words) =>
        words.TrimEnd().Split('\n')[^1].TrimStart() is var last && (last.StartsWith("at System.Threading.", StringComparison.Ordinal) || last.StartsWith("at System.GC.", StringComparison.Ordinal));

    [GeneratedRegex(@"Submission#(?<number>\d+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Submission();
}
