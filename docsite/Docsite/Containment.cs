using System.Collections.Concurrent;
using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Execution.Workers;
using Docsite.Pages;
using Docsite.Parsing;
using Docsite.Settings;
using Microsoft.CodeAnalysis.Text;

namespace Docsite;

/// <summary>
/// Keeps a defect of the tool from ending the run. One that a page brings to light is a finding of that page, which is lost to the steps
/// that follow; one of a step over the whole site is a finding that names the step, and what it would have made is missing.
/// </summary>
internal sealed class Containment
{
    // A page is lost once, whatever else would fail on it after that.
    private readonly ConcurrentDictionary<string, Diagnostic> _defects = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _unread = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Diagnostic> _steps = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _seen = new(StringComparer.Ordinal);

    /// <summary>Whether anything was lost.</summary>
    internal bool HasLost => !_defects.IsEmpty || !_unread.IsEmpty || HasLostStep;

    /// <summary>Whether pages or files are missing that a step would have made, so that a link to one of them is not broken.</summary>
    internal bool HasLostStep => !_steps.IsEmpty;

    /// <summary>One finding for each lost page and step.</summary>
    internal ImmutableArray<Diagnostic> Defects => [.. _defects.Values, .. _steps.Values];

    /// <summary>Whether a page was lost.</summary>
    internal bool IsLost(PageText page) => _defects.ContainsKey(page.Path) || _unread.ContainsKey(page.Path);

    /// <summary>Loses a page whose file cannot be read, which is told already.</summary>
    internal void Lose(PageText page) => _unread[page.Path] = true;

    /// <summary>What a step makes of a page; nothing where the tool fails over it.</summary>
    internal T? Of<T>(PageText page, Func<T> step)
        where T : class
    {
        try
        {
            return step();
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            Add(page, defect);
            return null;
        }
    }

    /// <summary>The same for a step that takes its time.</summary>
    internal async Task<T?> OfAsync<T>(PageText page, Func<Task<T>> step)
        where T : class
    {
        try
        {
            return await step();
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            Add(page, defect);
            return null;
        }
    }

    /// <summary>What a step over the whole site gives.</summary>
    /// <param name="step">Its name.</param>
    /// <param name="without">What there is without it, where the tool fails over it.</param>
    /// <param name="action">The step.</param>
    internal T OfStep<T>(string step, T without, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            Add(step, defect);
            return without;
        }
    }

    /// <summary>The same for a step that takes its time.</summary>
    internal async Task<T> OfStepAsync<T>(string step, T without, Func<Task<T>> action)
    {
        try
        {
            return await action();
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            Add(step, defect);
            return without;
        }
    }

    // Steps that share what fails tell it once.
    private void Add(string around, Exception thrown)
    {
        var (step, inner) = thrown is StepDefectException at ? (at.Step, at.InnerException!) : (around, thrown);
        var defect = inner is AggregateException several ? several.Flatten().InnerExceptions[0] : inner;
        if (defect is NoWorkerException none)
        {
            Add(none);
            return;
        }
        if (!_seen.TryAdd(string.Join('\n', FirstFrame(defect).Prepend(Said(defect))), true)) return;
        _ = _steps.TryAdd(step, new Diagnostic(DiagnosticIds.ToolDefect, Severity.Error, SettingsPlaces.None.Of(), $"the tool itself failed in the step {step}: {Said(defect)}")
        {
            Notes = [.. FirstFrame(defect), "please report it, with the site's settings", "the pages are verified all the same, though not whether they link to what this step makes; nothing is published"],
        });
    }

    private void Add(PageText page, Exception thrown)
    {
        var (step, defect) = thrown is BlockDefectException at ? (at.Step, at.InnerException!) : (null, thrown);
        if (defect is NoWorkerException none)
        {
            Lose(page);
            Add(none);
            return;
        }
        var place = step?.Location is { } own && own.Page == page ? own : new PageLocation(page, new TextSpan(0, 0));
        _ = _defects.TryAdd(page.Path, new Diagnostic(DiagnosticIds.ToolDefect, Severity.Error, place, $"the tool itself failed over {(step is null ? "this page" : "this block")}: {Said(defect)}")
        {
            Subject = step?.Id,
            Notes = [.. FirstFrame(defect), "please report it, with this page", "the other pages are verified all the same; nothing is published"],
        });
    }

    // It concerns all pages alike, and is no defect of the tool.
    private void Add(NoWorkerException none) => _ = _steps.TryAdd(nameof(NoWorkerException), new Diagnostic(DiagnosticIds.CannotWrite, Severity.Error, SettingsPlaces.None.Of(), $"no block can be run, because nothing can be written to the folder for temporary files: {OneLine(none.Message)}")
    {
        Notes = [$"{Path.GetTempPath()} must be there, be writable and have some room; the environment variable {(OperatingSystem.IsWindows() ? "TMP" : "TMPDIR")} names another one"],
    });

    private static string Said(Exception defect) => $"{defect.GetType().Name}: {OneLine(defect.Message)}";

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Without the file, whose path belongs to the machine that the tool was built on.
    private static IEnumerable<string> FirstFrame(Exception defect) =>
        new System.Diagnostics.StackTrace(defect).GetFrames().Select(frame => frame.GetMethod()).FirstOrDefault() is { } method
            ? [$"in {method.DeclaringType?.FullName}.{method.Name}"] : [];
}

/// <summary>The tool itself failed, and it is known in which step inside another one.</summary>
internal sealed class StepDefectException(string step, Exception defect) : InvalidOperationException(defect.Message, defect)
{
    /// <summary>The step.</summary>
    internal string Step { get; } = step;

    /// <summary>Does the step; what is wrong with the disk is told by the one around it.</summary>
    internal static T In<T>(string step, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception defect) when (defect is not (OperationCanceledException or IOException or UnauthorizedAccessException))
        {
            throw new StepDefectException(step, defect);
        }
    }
}

/// <summary>The tool itself failed, and it is known over which block.</summary>
internal sealed class BlockDefectException(SessionStep step, Exception defect) : InvalidOperationException(defect.Message, defect)
{
    /// <summary>The block.</summary>
    internal SessionStep Step { get; } = step;

    /// <summary>Does something with a block.</summary>
    internal static T At<T>(SessionStep step, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception defect) when (IsUnplaced(defect))
        {
            throw new BlockDefectException(step, defect);
        }
    }

    /// <summary>The same for what takes its time.</summary>
    internal static async Task<T> AtAsync<T>(SessionStep step, Func<Task<T>> action)
    {
        try
        {
            return await action();
        }
        catch (Exception defect) when (IsUnplaced(defect))
        {
            throw new BlockDefectException(step, defect);
        }
    }

    private static bool IsUnplaced(Exception defect) => defect is not OperationCanceledException and not BlockDefectException;
}
