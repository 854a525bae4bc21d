using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Docsite.Pages;

namespace Docsite.Execution;

/// <summary>A value comment <c>// => 1025</c> and what was found.</summary>
/// <param name="Comment">The comment from <c>//</c> to its end.</param>
/// <param name="Expected">The stated expression for the variant that ran; empty span behind <c>=></c> where nothing is stated yet.</param>
/// <param name="Outcome">What was found.</param>
public sealed record StatedValue(PageLocation Comment, PageLocation Expected, ValueOutcome Outcome)
{
    /// <summary>The variants that the expected value is stated for; empty where it is stated for all, or where none of a comment's clauses is for the one that ran.</summary>
    public ImmutableArray<string> Variants { get; init; } = [];

    /// <summary>Whether the comment states a value for each variant, <c>A, B2: 4; C3: 5</c>.</summary>
    public bool IsPerVariant { get; init; }

    /// <summary>Every variant that the comment names, each at its place.</summary>
    public ImmutableArray<NamedVariant> Named { get; init; } = [];

    /// <summary>Whether an error concerns what is stated, whose value was found all the same: both are one finding.</summary>
    public bool IsExplainedBy(CompilerMessage error) =>
        Outcome is ValueOutcome.Differs && !Expected.Span.IsEmpty && Expected.Page == error.Location.Page && Expected.Span.Contains(error.Location.Span);
}

/// <summary>A variant that a value comment names.</summary>
public sealed record NamedVariant(string Name, PageLocation Location);

/// <summary>What was found where a value is stated.</summary>
[JsonDerivedType(typeof(Matches), nameof(Matches))]
[JsonDerivedType(typeof(Differs), nameof(Differs))]
[JsonDerivedType(typeof(NotReached), nameof(NotReached))]
public abstract record ValueOutcome
{
    private ValueOutcome()
    {
    }

    /// <summary>The value is as stated.</summary>
    public sealed record Matches : ValueOutcome;

    /// <summary>The value is another one.</summary>
    /// <param name="Literal">The value as C#; nothing where its type has no literal form.</param>
    /// <param name="Text">The value as text.</param>
    /// <param name="TypeName">The value's type as C# writes it.</param>
    public sealed record Differs(string? Literal, string Text, string TypeName) : ValueOutcome
    {
        /// <summary>Where the line ran more than once with different values: the first one and the next; else empty.</summary>
        public ImmutableArray<ValueOutcome> Several { get; init; } = [];

        /// <summary>Whether the block ended where the value was written down.</summary>
        public bool IsUnread { get; init; }
    }

    /// <summary>The line was never reached.</summary>
    public sealed record NotReached : ValueOutcome;
}
