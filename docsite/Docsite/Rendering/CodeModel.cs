using System.Collections.Immutable;

namespace Docsite.Rendering;

/// <summary>A block of code as a reader sees it.</summary>
public sealed record CodeModel
{
    /// <summary>Id of the block on its page.</summary>
    public required string Id { get; init; }

    /// <summary>Language as the fence names it.</summary>
    public required string Language { get; init; }

    /// <summary>A caption.</summary>
    public string? Title { get; init; }

    /// <summary>Its number among the titled blocks of the page, from 1; nothing for one that is folded or has no title.</summary>
    public int? Number { get; init; }

    /// <summary>All lines in order, the hidden ones too.</summary>
    public ImmutableArray<CodeLine> Lines { get; init; } = [];

    /// <summary>The words of its numbered comments, shown below it.</summary>
    public ImmutableArray<CodeNote> Notes { get; init; } = [];

    /// <summary>What it printed, one entry for each group of variants that printed the same.</summary>
    public ImmutableArray<OutputModel> Outputs { get; init; } = [];

    /// <summary>What the block shows: run, compile-only, fails, throws or ignored.</summary>
    public required CodeStatus Status { get; init; }

    /// <summary>A word about the status: the exception, the compiler's messages, the reason for not running.</summary>
    public ImmutableArray<string> StatusLines { get; init; } = [];

    /// <summary>The variants it ran in, e.g. <c>eras A, B2</c>; empty where the page has only one.</summary>
    public string Variants { get; init; } = "";

    /// <summary>Whether the whole block is folded away until the reader asks for it.</summary>
    public bool IsFolded { get; init; }
}

/// <summary>What the author says about the line that carries a number.</summary>
/// <param name="Number">The number.</param>
/// <param name="Words">Plain text, with code between backticks.</param>
public sealed record CodeNote(int Number, string Words);

/// <summary>One line of code.</summary>
/// <param name="Tokens">Its coloured pieces.</param>
/// <param name="IsHighlighted">Whether the author points at it.</param>
/// <param name="IsHidden">Whether it is folded away.</param>
public sealed record CodeLine(ImmutableArray<CodeToken> Tokens, bool IsHighlighted, bool IsHidden)
{
    /// <summary>Its number in the block as written, from 1.</summary>
    public int Number { get; init; }
}

/// <summary>A piece of code of one colour.</summary>
/// <param name="Text">As written.</param>
/// <param name="Kind">A short css class: <c>k</c> keyword, <c>s</c> string, <c>n</c> number, <c>c</c> comment, <c>t</c> type, <c>m</c> method, <c>v</c> verified value comment, <c>note</c> the number of a note, empty for the rest.</param>
public sealed record CodeToken(string Text, string Kind)
{
    /// <summary>Where a name leads; nothing for what is no name.</summary>
    public string? Href { get; init; }

    /// <summary>Whether the compiler complains about it.</summary>
    public bool IsWrong { get; init; }
}

/// <summary>What a block printed.</summary>
/// <param name="Text">The lines.</param>
/// <param name="Variants">The variants that printed so, e.g. <c>eras A, B2</c>; empty where all printed the same.</param>
public sealed record OutputModel(string Text, string Variants);

/// <summary>What a block shows.</summary>
public enum CodeStatus
{
    /// <summary>It ran, and all that it states holds.</summary>
    Verified,

    /// <summary>It compiled and was not run.</summary>
    Compiled,

    /// <summary>It fails to compile, as stated.</summary>
    Fails,

    /// <summary>It throws, as stated.</summary>
    Throws,

    /// <summary>It was not run.</summary>
    Ignored,

    /// <summary>It is another language, shown as it is.</summary>
    Plain,
}
