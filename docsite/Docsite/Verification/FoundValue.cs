using Docsite.Execution;

namespace Docsite.Verification;

/// <summary>What a value comment states in one run, and what was found.</summary>
internal sealed record FoundValue(VariantRun Run, StatedValue Value)
{
    /// <summary>Whether nothing is stated for this run.</summary>
    public bool IsMissing => string.IsNullOrWhiteSpace(Value.Expected.Text);

    /// <summary>What the comment should state for this run; what it states where the line was not reached; nothing where there is more than one, or it has no form in C#.</summary>
    public string? Literal => Value.Outcome switch
    {
        ValueOutcome.Differs { Several.IsEmpty: false } => null,
        ValueOutcome.Differs differs => differs.Literal,
        _ => Value.Expected.Text.Trim(),
    };
}
