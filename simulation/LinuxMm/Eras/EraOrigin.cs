namespace LinuxMm;

/// <summary>Where the rules of an era come from.</summary>
[ModelOnly("Releases, refused pulls and mails are all eras here.")]
public enum EraOrigin
{
    /// <summary>Released in mainline kernels.</summary>
    Mainline,

    /// <summary>Released in a stable series, with fixes of later mainline kernels.</summary>
    Stable,

    /// <summary>A reconstruction of what a mail proposed and nobody merged.</summary>
    Proposal,

    /// <summary>A reconstruction of a pull request that was refused.</summary>
    RefusedPull,
}
