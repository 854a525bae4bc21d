namespace LinuxMm.Figures;

/// <summary>The flags at one moment.</summary>
internal sealed record FlagFacts(FrameVectorState State, int FrameCount, bool? GotRef, bool? IsPfns)
{
    public IEnumerable<FlagDrawing> Flags => [new("got_ref", GotRef), new("is_pfns", IsPfns)];
}

/// <summary>One step of a story about flags.</summary>
internal sealed record FlagStep(string Title, string Caption, FlagFacts Facts);
