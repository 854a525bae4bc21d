using System.Collections.Immutable;
using System.Text;
using Docsite.Diagnostics;
using Docsite.Parsing;

namespace Docsite.Planning;

/// <summary>All runs of a page's sessions.</summary>
/// <param name="Sessions">In the order of their first block on the page, each once for each of its variants in the settings' order.</param>
/// <param name="Diagnostics">Expectation fences that no run can meet.</param>
public sealed record PagePlan(ImmutableArray<SessionPlan> Sessions, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The plan as text: a line for each run, below it its steps.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var session in Sessions)
        {
            text.Append(session.Name.Length == 0 ? "page session" : $"session {session.Name}");
            text.Append(session.Variant is { } variant ? $", variant {variant.Name}\n" : "\n");
            foreach (var step in session.Steps) text.Append("  ").Append(step.Id).Append(Remark(step)).Append('\n');
        }
        return text.ToString();
    }

    private static string Remark(SessionStep step) => step switch
    {
        SessionStep.ProseValue value => $": {value.Expression.Code}",
        SessionStep.Block { Options: { Setup: true } } => ": setup",
        SessionStep.Block { Options.Kind: var kind } => kind switch
        {
            BlockKind.CompileOnly => ": compile",
            BlockKind.Fails fails => $": fails with {string.Join(", ", fails.Codes)}",
            BlockKind.Throws throws => $": throws {throws.TypeName}",
            _ => "",
        },
        _ => "",
    };
}
