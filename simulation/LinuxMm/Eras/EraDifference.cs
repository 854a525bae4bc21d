namespace LinuxMm;

/// <summary>One choice in which two eras differ.</summary>
/// <param name="Choice">Which choice, such as <c>FollowPfn</c>.</param>
/// <param name="Older">What the older era does.</param>
/// <param name="Newer">What the newer era does.</param>
[ModelOnly("A kernel has its rules in its code, one set a release.")]
public sealed record EraDifference(string Choice, string Older, string Newer)
{
    /// <summary>One line.</summary>
    public override string ToString() => $"{Choice}: {Older} -> {Newer}";
}
