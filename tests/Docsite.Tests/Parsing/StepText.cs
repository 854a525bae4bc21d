using Docsite.Parsing;

namespace Docsite.Tests.Parsing;

/// <summary>A block and its expectation fences on one line.</summary>
internal static class StepText
{
    public static string Of(SessionStep.Block block) =>
        $"{block.Id[(block.Id.IndexOf('#', StringComparison.Ordinal) + 1)..]}:" +
        string.Concat(block.Outputs.Select(fence => Of("output", fence))) +
        string.Concat(block.Figures.Select(fence => Of("figure", fence))) +
        string.Concat(block.Diagnostics.Select(fence => Of("diagnostics", fence)));

    private static string Of(string word, ExpectationFence fence) =>
        $" {word}{(fence.Id is { } id ? " #" + id : "")}{(fence.Variants.IsEmpty ? "" : " " + string.Join(',', fence.Variants))}[{fence.Text.Code.Replace('\n', '|')}]";
}
