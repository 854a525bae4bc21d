using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Execution.Instrumentation;

/// <summary>A block made ready to be compiled.</summary>
/// <param name="Map">The instrumented code and the way back.</param>
/// <param name="Statements">The top-level statements in the page's code, by the number that marks them.</param>
/// <param name="Declarations">Top-level variable declarations: a sequence point may stand for their variable alone.</param>
/// <param name="Problems">What is wrong with the block before it is compiled.</param>
internal sealed record InstrumentedBlock(
    SourceMap Map, ImmutableArray<TextSpan> Statements, ImmutableArray<TextSpan> Declarations, ImmutableArray<BlockMessage> Problems)
{
    /// <summary>The span in the page's code of each value comment's expression, by the comment's index; empty where there is none.</summary>
    internal ImmutableArray<TextSpan> Stated { get; init; } = [];

    /// <summary>The marked statements inside the top-level ones, by their number in the block.</summary>
    internal ImmutableArray<TextSpan> Inner { get; init; } = [];

    /// <summary>The last expression, where it is left without a semicolon and a comment.</summary>
    internal TextSpan? Trailing { get; init; }

    /// <summary>Whether variables of the block are disposed at the session's end.</summary>
    internal bool OwnsVariables { get; init; }

    /// <summary>Whether the block could not be read, so that nothing was put into it.</summary>
    internal bool HasSyntaxErrors { get; init; }

    /// <summary>The namespaces that the block itself imports.</summary>
    internal ImmutableArray<string> Namespaces { get; init; } = [];
}

/// <summary>What is done with a value comment.</summary>
internal enum ValueMode
{
    /// <summary>The value is compared with what is stated.</summary>
    Compare,

    /// <summary>The value is reported: nothing is stated, or what is stated does not compile.</summary>
    Observe,

    /// <summary>There is no value.</summary>
    None,

    /// <summary>The block is not run; the comment stays a comment.</summary>
    NotRun,
}
