using System.Globalization;
using Docsite.Execution;
using Docsite.Parsing;

namespace Docsite.Verification;

/// <summary>Judges a <c>diagnostics</c> fence: all that the compiler says of its block, positions counted in the block.</summary>
internal static class CompilerTextVerifier
{
    public static void Verify(SessionStep.Block block, StepRuns runs, Findings findings)
    {
        var judged = runs.Runs.Where(run => run.Run.End is not (StepEnd.NotRun or StepEnd.SettingsFailed)).ToList();
        new ExpectationVerifier(
            ExpectationKind.CompilerText, block, block.Diagnostics,
            [.. judged.Select(run => new ProducedTexts(run, run.Run.Compiler.IsEmpty ? [] : [Text(block, run.Run)]))], findings).Verify();
    }

    /// <summary>One message a line: <c>(1,9): error CS0029: Cannot implicitly convert type 'string' to 'int'</c>.</summary>
    private static string Text(SessionStep.Block block, StepRun run) => string.Join('\n', run.Compiler.Select(message =>
    {
        var (line, column) = InBlock(block, message);
        var severity = message.IsError ? "error" : "warning";
        return string.Create(CultureInfo.InvariantCulture, $"({line},{column}): {severity} {message.Code}: {message.Text}");
    }));

    private static (int Line, int Column) InBlock(SessionStep.Block block, CompilerMessage message)
    {
        var offset = message.Location.Span.Start;
        for (var line = block.Code.Lines.Length - 1; line >= 0; line--)
        {
            if (offset >= block.Code.Lines[line].Start) return (line + 1, offset - block.Code.Lines[line].Start + 1);
        }
        return (1, 1);
    }
}
