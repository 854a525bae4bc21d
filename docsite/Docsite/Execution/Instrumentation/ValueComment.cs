using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Execution.Instrumentation;

/// <summary>A comment <c>// => ...</c> in a block, all spans in the block's code.</summary>
/// <param name="Comment">From <c>//</c> to its end.</param>
/// <param name="Expected">The expression for the variant that runs; empty where nothing is stated for it.</param>
/// <param name="Variants">The variants that the expression is stated for; empty where it is stated for all.</param>
/// <param name="PreviousEnd">End of the token before the comment; 0 where there is none.</param>
/// <param name="Semicolon">Whether the token before it may be an expression's last, without its semicolon.</param>
internal sealed record ValueComment(
    TextSpan Comment, TextSpan Expected, ImmutableArray<string> Variants, int PreviousEnd, MissingSemicolon Semicolon)
{
    /// <summary>Whether values are stated for each variant.</summary>
    internal bool IsPerVariant { get; init; }

    /// <summary>Every variant that a value is stated for, each at its place.</summary>
    internal ImmutableArray<(string Name, TextSpan Span)> Named { get; init; } = [];
}

/// <summary>Whether a semicolon is missing before a value comment.</summary>
internal enum MissingSemicolon
{
    /// <summary>There is one, or there cannot be one.</summary>
    No,

    /// <summary>The token before can end an expression.</summary>
    Yes,

    /// <summary>The token before is a brace: the syntax tree tells whether it ends an expression.</summary>
    AfterBrace,
}
