namespace Docsite.Execution;

/// <summary>A name in a block, as the compiler understood it.</summary>
/// <param name="Start">Its first character in the block's code.</param>
/// <param name="Length">How many characters it has.</param>
/// <param name="Symbol">What it names: an index into the block's symbols.</param>
public sealed record CodeName(int Start, int Length, int Symbol);

/// <summary>Something that names in a block stand for.</summary>
/// <param name="Kind">The colour: <c>k</c> keyword, <c>t</c> type, <c>m</c> method, empty for the rest.</param>
/// <param name="Signature">Its declaration on one line.</param>
public sealed record CodeSymbol(string Kind, string Signature)
{
    /// <summary>Documentation id of a type or member; nothing for what blocks declare.</summary>
    public string? Id { get; init; }

    /// <summary>Its page relative to the reference's folder, or a public address; for a variable its type's.</summary>
    public string? Href { get; init; }

    /// <summary>Id of the block that declares it; nothing for what no block declares.</summary>
    public string? Block { get; init; }

    /// <summary>What its comment says, where it comes from the framework.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The name by which the session knows the variable; nothing for everything else.</summary>
    public string? Variable { get; init; }
}

/// <summary>What a variable holds at the end of a block.</summary>
public sealed record HeldValue(string Name, string Text);
