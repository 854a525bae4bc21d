using System.Collections.Immutable;

namespace Docsite.Rendering;

/// <summary>Contents of which a reader sees one at a time.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Label">What the choice is about, e.g. <c>Output by era</c>.</param>
/// <param name="Tabs">The choices; the first one is seen at first.</param>
public sealed record TabsModel(string Id, string Label, ImmutableArray<TabModel> Tabs);

/// <summary>One of several contents.</summary>
/// <param name="Title">The word to choose it by.</param>
/// <param name="Content">Rendered HTML.</param>
public sealed record TabModel(string Title, string Content);
