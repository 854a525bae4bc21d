namespace Mutants;

/// <summary>A change to the code that no test notices. Two are equal when file, member and change are: lines move.</summary>
/// <param name="File">The path below the mutated project.</param>
/// <param name="Member">The type and the member that was changed.</param>
/// <param name="Mutation">What was there and what stands there instead.</param>
internal sealed record Survivor(string File, string Member, string Mutation)
{
    /// <summary>Where it stood in the run; 0 in the list.</summary>
    public int Line { get; init; }

    public bool Equals(Survivor? other) => other is not null && (File, Member, Mutation) == (other.File, other.Member, other.Mutation);

    public override int GetHashCode() => (File, Member, Mutation).GetHashCode();

    public override string ToString() => $"{File} {Member}: {Mutation}";
}
