namespace Docsite.Execution;

/// <summary>What a block finds around itself and a page cannot state: nothing that it gives may depend on it.</summary>
public sealed record BlockSurroundings
{
    /// <summary>Those of every run.</summary>
    public static BlockSurroundings Usual { get; } = new();

    /// <summary>The same in processes of their own.</summary>
    public static BlockSurroundings Apart { get; } = new() { IsApart = true };

    /// <summary>Others, all at once.</summary>
    public static BlockSurroundings Others { get; } = new() { HasOtherCulture = true, HasOtherTimeZone = true, HasOtherFolder = true };

    /// <summary>Whether blocks run in other processes than those of a first run.</summary>
    public bool IsApart { get; init; }

    /// <summary>Whether numbers and dates are written in another way than the invariant culture's.</summary>
    public bool HasOtherCulture { get; init; }

    /// <summary>Whether the local time is not UTC.</summary>
    public bool HasOtherTimeZone { get; init; }

    /// <summary>Whether the current directory has another name and another depth.</summary>
    public bool HasOtherFolder { get; init; }
}
