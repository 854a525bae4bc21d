namespace LinuxMm;

/// <summary>A number and, for the checker alone, whether the mapping it came from is read-only.</summary>
internal readonly record struct FollowedPfn(Pfn Pfn, bool IsReadOnly);
