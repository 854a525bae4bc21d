using System.Collections.Immutable;
using Docsite.Display;
using Docsite.Pages;
using Docsite.Parsing;

namespace Docsite.Execution;

/// <summary>What happened when a step was compiled and run: facts, no judgement.</summary>
/// <param name="Step">The step.</param>
/// <param name="End">How it ended.</param>
public sealed record StepRun(SessionStep Step, StepEnd End)
{
    /// <summary>Whether running it again is expected to give the same; how long something takes depends on what else the machine does.</summary>
    public bool IsRepeatable => End is StepEnd.Completed or StepEnd.CompiledOnly or StepEnd.DidNotCompile or StepEnd.Threw && Escapes.IsEmpty;

    /// <summary>What the compiler said, on page positions, in page order; errors and warnings.</summary>
    public ImmutableArray<CompilerMessage> Compiler { get; init; } = [];

    /// <summary>The comments in the block that state something, with what was found; empty for a prose value.</summary>
    public ImmutableArray<StatedValue> Values { get; init; } = [];

    /// <summary>The block's line comments <c>// error CS0029</c>.</summary>
    public ImmutableArray<StatedError> StatedErrors { get; init; } = [];

    /// <summary>The block's comment <c>// throws Type: message</c>.</summary>
    public StatedThrow? StatedThrow { get; init; }

    /// <summary>What it printed, line ends as <c>\n</c>.</summary>
    public string Output { get; init; } = "";

    /// <summary>The names in a block in the order of the code.</summary>
    public ImmutableArray<CodeName> Names { get; init; } = [];

    /// <summary>What these names stand for.</summary>
    public ImmutableArray<CodeSymbol> Symbols { get; init; } = [];

    /// <summary>What the session's variables that the block names hold at its end.</summary>
    public ImmutableArray<HeldValue> Variables { get; init; } = [];

    /// <summary>Documentation ids of the settings' projects' public members that it entered, in ordinal order.</summary>
    public ImmutableArray<string> Executed { get; init; } = [];

    /// <summary>The pictures it showed, in order.</summary>
    public ImmutableArray<Picture> Pictures { get; init; } = [];

    /// <summary>The value of a prose expression, or of a last expression without a value comment, as text and as C#.</summary>
    public TrailingValue? Trailing { get; init; }

    /// <summary>What reached past the block's own flow: an exception on a thread, a replaced console, changed settings; no judgement of the page's claims.</summary>
    public ImmutableArray<CompilerMessage> Escapes { get; init; } = [];

    /// <summary>What it wrote past <see cref="Console"/>, straight to the process's own streams.</summary>
    public string RawOutput { get; init; } = "";
}

/// <summary>A message at its place on the page: the compiler's, or one of <see cref="Diagnostics.DiagnosticIds"/>.</summary>
public sealed record CompilerMessage(string Code, bool IsError, string Text, PageLocation Location);

/// <summary>A comment <c>// error CS0029</c> or <c>// warning CS0168</c> and its place; one for each code that it names.</summary>
public sealed record StatedError(string Code, PageLocation Location)
{
    /// <summary>Whether an error is stated, not a warning.</summary>
    public bool IsError { get; init; } = true;

    /// <summary>The characters of the line above that the comment's carets <c>^^^^</c> stand below; nothing where it has none.</summary>
    public PageLocation? Carets { get; init; }
}

/// <summary>A comment <c>// throws Type: message</c> and its place; no message where only the type is stated.</summary>
public sealed record StatedThrow(string TypeName, string? Message, PageLocation Location);

/// <summary>The value of an expression: as a page prints it, as C# writes it (nothing where it has no literal form), and its type.</summary>
public sealed record TrailingValue(string Text, string? Literal, string TypeName, PageLocation Location);
