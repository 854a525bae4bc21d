using System.Collections.Concurrent;
using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Pages;
using Docsite.Parsing;
using Microsoft.CodeAnalysis.Text;

namespace Docsite;

/// <summary>Keeps a defect of the tool that one page brings to light from ending the run: it is a finding of that page, which is lost to the steps that follow.</summary>
internal sealed class Containment
{
    // A page is lost once, whatever else would fail on it after that.
    private readonly ConcurrentDictionary<string, Diagnostic> _defects = new(StringComparer.Ordinal);

    /// <summary>Whether any page was lost.</summary>
    internal bool HasLost => !_defects.IsEmpty;

    /// <summary>One finding for each lost page.</summary>
    internal ImmutableArray<Diagnostic> Defects => [.. _defects.Values];

    /// <summary>Whether a page was lost.</summary>
    internal bool IsLost(PageText page) => _defects.ContainsKey(page.Path);

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

    private void Add(PageText page, Exception thrown)
    {
        var (step, defect) = thrown is BlockDefectException at ? (at.Step, at.InnerException!) : (null, thrown);
        var place = step?.Location is { } own && own.Page == page ? own : new PageLocation(page, new TextSpan(0, 0));
        _ = _defects.TryAdd(page.Path, new Diagnostic(DiagnosticIds.ToolDefect, Severity.Error, place, $"the tool itself failed over {(step is null ? "this page" : "this block")}: {defect.GetType().Name}: {OneLine(defect.Message)}")
        {
            Subject = step?.Id,
            Notes = [.. FirstFrame(defect), "please report it, with this page", "the other pages are verified all the same; nothing is published"],
        });
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Without the file, whose path belongs to the machine that the tool was built on.
    private static IEnumerable<string> FirstFrame(Exception defect) =>
        new System.Diagnostics.StackTrace(defect).GetFrames().Select(frame => frame.GetMethod()).FirstOrDefault() is { } method
            ? [$"in {method.DeclaringType?.FullName}.{method.Name}"] : [];
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
