using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Execution.Instrumentation;

/// <summary>The comments of a block that state something, all spans in the block's code.</summary>
internal sealed record BlockComments
{
    /// <summary>Comments <c>// => 1025</c>.</summary>
    internal ImmutableArray<ValueComment> Values { get; init; } = [];

    /// <summary>Comments <c>// error CS0029</c> and <c>// warning CS0168</c>, one entry a code; carets stand for the stretch of the line above them.</summary>
    internal ImmutableArray<(string Code, bool IsError, TextSpan Comment, TextSpan? Carets)> Errors { get; init; } = [];

    /// <summary>Comments <c>// throws Type: message</c>.</summary>
    internal ImmutableArray<(string TypeName, string? Message, TextSpan Comment)> Throws { get; init; } = [];

    /// <summary>What cannot be read in them.</summary>
    internal ImmutableArray<BlockMessage> Problems { get; init; } = [];
}

/// <summary>A compiler's or our own message about a stretch of a block's code.</summary>
internal sealed record BlockMessage(string Code, bool IsError, string Text, TextSpan Span);
