namespace LinuxMm;

/// <summary>How a frame vector holds a page.</summary>
internal enum FrameVectorGrab
{
    /// <summary>By a reference, put_page() later.</summary>
    Get,

    /// <summary>By a pin, unpin_user_page() later.</summary>
    Pin,
}
