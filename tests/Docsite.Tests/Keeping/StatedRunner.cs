using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Docsite.Execution;
using Docsite.Parsing;
using Docsite.Planning;
using Docsite.Tests.Rendering;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Tests.Keeping;

/// <summary>Runs nothing: a line is printed where it is a text, and a number is what it says.</summary>
internal sealed partial class StatedRunner : ISessionRunner
{
    public Task<ImmutableArray<StepRun>> RunAsync(SessionPlan plan, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<StepRun>>([.. plan.Steps.Select(Run)]);

    private static StepRun Run(SessionStep step)
    {
        var run = new StepRun(step, new StepEnd.Completed());
        if (step is not SessionStep.Block block) return run;
        return run with
        {
            Output = string.Concat(Printed().Matches(block.Code.Code).Select(match => match.Groups["text"].Value + "\n")),
            Pictures = [.. block.Figures.Select((fence, i) => StatedRuns.Picture(block, fence, i))],
            Values = [.. Stated().Matches(block.Code.Code).Select(match => Value(block.Code, match))],
        };
    }

    private static StatedValue Value(Docsite.Pages.CodeRegion code, Match match)
    {
        var (is1, stated) = (match.Groups["is"].Value, match.Groups["stated"]);
        var comment = code.Locate(TextSpan.FromBounds(match.Groups["comment"].Index, match.Index + match.Length));
        return new StatedValue(comment, code.Locate(new TextSpan(stated.Index, stated.Length)), is1 == stated.Value ? new ValueOutcome.Matches() : new ValueOutcome.Differs(is1, is1, "int"));
    }

    [GeneratedRegex("""Console\.WriteLine\("(?<text>[^"]*)"\)""")]
    private static partial Regex Printed();

    [GeneratedRegex("""(?<is>\d+)  (?<comment>// => (?<stated>\d+))""")]
    private static partial Regex Stated();
}
