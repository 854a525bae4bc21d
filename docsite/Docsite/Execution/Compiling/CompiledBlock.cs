using System.Collections.Immutable;
using Docsite.Execution.Instrumentation;
using Microsoft.CodeAnalysis.CSharp;

namespace Docsite.Execution.Compiling;

/// <summary>A block after compilation.</summary>
/// <param name="Source">Its code.</param>
/// <param name="Comments">The comments in it that state something.</param>
/// <param name="Instrumented">What was compiled.</param>
/// <param name="Messages">What the compiler and the instrumentation said, by position.</param>
internal sealed record CompiledBlock(
    BlockSource Source, BlockComments Comments, InstrumentedBlock Instrumented, ImmutableArray<BlockMessage> Messages)
{
    /// <summary>The names in it.</summary>
    internal BlockNames Names { get; init; } = BlockNames.None;

    /// <summary>The assembly; nothing where the block did not compile.</summary>
    internal Submission? Submission { get; init; }
}

/// <summary>A compiled block that can be run.</summary>
/// <param name="Compilation">What the next block of the session is compiled on.</param>
/// <param name="Assembly">The assembly's bytes.</param>
/// <param name="EntryType">Metadata name of the type that holds the entry.</param>
/// <param name="EntryMethod">Metadata name of the entry.</param>
/// <param name="Positions">The way from a frame back to the page.</param>
internal sealed record Submission(
    CSharpCompilation Compilation, byte[] Assembly, string EntryType, string EntryMethod, SequencePoints Positions);
