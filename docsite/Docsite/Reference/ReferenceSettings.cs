using System.Collections.Immutable;

namespace Docsite.Reference;

/// <summary>What the setting <c>Reference</c> says.</summary>
public sealed record ReferenceSettings
{
    /// <summary>The folder of the reference's pages.</summary>
    public string Folder { get; init; } = "api";

    /// <summary>What the reference is called in the menu.</summary>
    public string Title { get; init; } = "API reference";

    /// <summary>Its place in the menu.</summary>
    public int Order { get; init; } = 900;

    /// <summary>How many of a hundred members with code the site's blocks must run; fewer are a finding.</summary>
    public int MinimumExecuted { get; init; }

    /// <summary>Attributes whose words the reference shows.</summary>
    public ImmutableArray<AttributeSetting> Attributes { get; init; } = [];
}

/// <summary>How an attribute's words are shown. In all texts <c>{Name}</c> stands for an argument or a property of the attribute.</summary>
/// <param name="Attribute">Its name without <c>Attribute</c>, with or without its namespace.</param>
/// <param name="Label">What kind of note it is, e.g. <c>Kernel source</c>.</param>
public sealed record AttributeSetting(string Attribute, string Label)
{
    /// <summary>The note's words; of several texts the first whose names all have a value.</summary>
    public ImmutableArray<string> Text { get; init; } = [];

    /// <summary>Where the words lead, chosen likewise.</summary>
    public ImmutableArray<string> Url { get; init; } = [];

    /// <summary>The first version, or variant, that has what the note is about.</summary>
    public ImmutableArray<string> Since { get; init; } = [];

    /// <summary>The last one.</summary>
    public ImmutableArray<string> Until { get; init; } = [];

    /// <summary>The title of an index of all names; nothing for none.</summary>
    public string? Index { get; init; }

    /// <summary>What the index says first.</summary>
    public string About { get; init; } = "";

    /// <summary>The name that the index lists.</summary>
    public ImmutableArray<string> Name { get; init; } = [];

    /// <summary>What stands beside it there.</summary>
    public ImmutableArray<string> Detail { get; init; } = [];
}
