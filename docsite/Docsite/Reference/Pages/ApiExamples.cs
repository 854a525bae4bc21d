using System.Collections.Immutable;

namespace Docsite.Reference.Pages;

/// <summary>Which blocks run a member and which pages speak of it, by documentation id.</summary>
/// <param name="Runs">Blocks that run a member, in reading order; those that name it themselves come first.</param>
/// <param name="Mentions">Pages whose words lead to a type or member.</param>
internal sealed record ApiExamples(ImmutableDictionary<string, ImmutableArray<ApiExample>> Runs, ImmutableDictionary<string, ImmutableArray<ApiExample>> Mentions)
{
    /// <summary>Nothing runs and nothing is explained.</summary>
    public static ApiExamples None { get; } = new(ImmutableDictionary<string, ImmutableArray<ApiExample>>.Empty, ImmutableDictionary<string, ImmutableArray<ApiExample>>.Empty);

    /// <summary>The blocks that run it.</summary>
    public ImmutableArray<ApiExample> Running(string id) => Runs.GetValueOrDefault(id, []);

    /// <summary>The pages that explain it.</summary>
    public ImmutableArray<ApiExample> Explaining(string id) => Mentions.GetValueOrDefault(id, []);
}

/// <summary>A place on a page.</summary>
/// <param name="Title">The page's title, with the block's where it has one.</param>
/// <param name="Route">The page.</param>
/// <param name="Block">The block's id; empty for the page as a whole.</param>
internal sealed record ApiExample(string Title, string Route, string Block);
