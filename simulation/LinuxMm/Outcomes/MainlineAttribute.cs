namespace LinuxMm;

/// <summary>Names a span of mainline releases whose rule a member is, as <see cref="KernelReleases"/> has them.</summary>
/// <param name="since">The first, such as <c>5.9</c>.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
[ModelOnly("Documentation that a test compares with the rules of each release.")]
public sealed class MainlineAttribute(string since) : Attribute
{
    /// <summary>The first release.</summary>
    public string Since { get; } = since;

    /// <summary>The last one; nothing where the newest known release has the rule.</summary>
    public string? Until { get; init; }

    /// <summary>The choice that is meant, where several choose among the same rules.</summary>
    public string? For { get; init; }
}
