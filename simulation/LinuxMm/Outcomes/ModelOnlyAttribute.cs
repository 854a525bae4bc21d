namespace LinuxMm;

/// <summary>Marks what has no counterpart in the kernel. On a type it speaks for all members.</summary>
/// <param name="reason">Why the model needs it.</param>
[AttributeUsage(AttributeTargets.All, Inherited = false)]
[ModelOnly("Documentation that a test can read.")]
public sealed class ModelOnlyAttribute(string reason) : Attribute
{
    /// <summary>Why the model needs it.</summary>
    public string Reason { get; } = reason;
}
