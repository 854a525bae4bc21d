using Docsite.Protocol;

namespace Docsite.Execution.Workers;

/// <summary>
/// A worker's folder has another name each time, and its path comes up in messages and output. What is told about a block
/// names the folder alike in every run.
/// </summary>
/// <param name="folder">Path of the worker's folder.</param>
internal sealed class NeutralPaths(string folder)
{
    private const string Neutral = "/docsite";

    internal BlockOutcome In(BlockOutcome outcome) => outcome with
    {
        Messages = [.. outcome.Messages.Select(In)],
        Ended = outcome.Ended is { } ended ? ended with { Exception = In(ended.Exception) } : null,
        Output = In(outcome.Output),
        RawOutput = In(outcome.RawOutput),
        Death = outcome.Death is { } death ? In(death) : null,
    };

    private FromWorker In(FromWorker message) => message switch
    {
        FromWorker.Value value => value with { Found = In(value.Found) },
        FromWorker.Trailing trailing => new FromWorker.Trailing(In(trailing.Found)!),
        FromWorker.Escaped escaped => escaped with { Exception = In(escaped.Exception) },
        _ => message,
    };

    private ExceptionReport? In(ExceptionReport? exception) =>
        exception is null ? null : exception with { Message = In(exception.Message), Causes = [.. exception.Causes.Select(In)] };

    // The folder is no literal that could hold again, so none is given.
    private ValueReport? In(ValueReport? report) => report switch
    {
        null => null,
        { Literal: { } literal } when literal.Contains(folder, StringComparison.Ordinal) => report with { Literal = null, Text = In(report.Text) },
        _ => report with { Text = In(report.Text) },
    };

    private string In(string text) => text.Replace(folder, Neutral, StringComparison.Ordinal);
}
