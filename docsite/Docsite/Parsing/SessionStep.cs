using System.Collections.Immutable;
using Docsite.Pages;
using Markdig.Syntax;

namespace Docsite.Parsing;

/// <summary>Something on a page that runs in a session, in page order.</summary>
/// <param name="Id"><c>page#name</c>, unique in the site; what <c>--id</c> takes.</param>
/// <param name="Location">Where its finding stands when it concerns the whole of it: the fence's first line, or the comment.</param>
public abstract record SessionStep(string Id, PageLocation Location)
{
    /// <summary>A <c>csharp</c> fence with the expectation fences that follow it.</summary>
    public sealed record Block(string Id, PageLocation Location, BlockOptions Options, CodeRegion Code, FencedCodeBlock Syntax)
        : SessionStep(Id, Location)
    {
        /// <summary>The <c>output</c> fences behind the block, in order.</summary>
        public ImmutableArray<ExpectationFence> Outputs { get; init; } = [];

        /// <summary>The <c>figure</c> fences behind the block, in order.</summary>
        public ImmutableArray<ExpectationFence> Figures { get; init; } = [];

        /// <summary>The <c>diagnostics</c> fences behind the block, in order.</summary>
        public ImmutableArray<ExpectationFence> Diagnostics { get; init; } = [];

        /// <summary>
        /// Whether a finding about the block's own fences was made while the page was read. It runs, as others may need what it
        /// declares, but what it states is not judged: that would only repeat the finding in other words.
        /// </summary>
        public bool IsMisread { get; init; }

        /// <summary>The code as a reader sees it, where that is more than what runs.</summary>
        public CodeRegion Shown { get; init; } = Code;

        /// <summary>Whether the block is a whole file, whose expectations are comments behind it.</summary>
        public bool IsProgram { get; init; }

        /// <summary>Where a missing expectation fence is inserted: the end of the last fence's line, before its line end.</summary>
        public required int EndOffset { get; init; }

        /// <summary>What stands before each line of the fence on the page (quote marks, list indentation), for inserted fences.</summary>
        public required string LinePrefix { get; init; }
    }

    /// <summary>A number or word in prose kept true by <c>&lt;!--= expression --&gt;</c>.</summary>
    /// <param name="Id">See the base.</param>
    /// <param name="Location">The comment.</param>
    /// <param name="Shown">The stretch before the comment that states the value.</param>
    /// <param name="Expression">The C# expression inside the comment.</param>
    public sealed record ProseValue(string Id, PageLocation Location, PageLocation Shown, CodeRegion Expression)
        : SessionStep(Id, Location);
}
