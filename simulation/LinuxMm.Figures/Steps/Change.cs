namespace LinuxMm.Figures;

/// <summary>How a part of the picture differs from the step before.</summary>
internal enum Change
{
    /// <summary>Not at all, or there is no step before.</summary>
    None,

    /// <summary>It was not there.</summary>
    Appeared,

    /// <summary>It was there and said something else.</summary>
    Changed,

    /// <summary>It is no longer there; drawn once more as a ghost.</summary>
    Vanished,
}
