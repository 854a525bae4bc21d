using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Pages;

namespace Docsite.Discovery;

/// <summary>Everything that was found under the input folders, in ordinal order of paths.</summary>
/// <param name="Pages">The Markdown files and the example files.</param>
/// <param name="Files">All other files; they are published as they are.</param>
/// <param name="Folders">The folders that hold a page, with what their <c>_directory.yml</c> says about them.</param>
/// <param name="Diagnostics">Files that could not be read.</param>
public sealed record SiteSource(
    ImmutableArray<SourcePage> Pages,
    ImmutableArray<SourceFile> Files,
    ImmutableArray<SourceFolder> Folders,
    ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Pages whose files cannot be read: they have addresses, and nothing is known of what stands on them.</summary>
    public ImmutableArray<SourcePage> Unread { get; init; } = [];

    /// <summary>Other files that cannot be read: links lead to them, and nothing is published.</summary>
    public ImmutableArray<SourceFile> UnreadFiles { get; init; } = [];
}

/// <summary>A Markdown or example file.</summary>
/// <param name="Text">Its text; its path is relative to the settings file.</param>
/// <param name="Route">Where it is published unless its front matter says otherwise, e.g. <c>learn/pins.html</c>.</param>
/// <param name="Metadata">
/// What <c>_directory.yml</c> of its folder and of the folders above, and <c>_name.yml</c> beside <c>name.md</c>, say about it;
/// the nearer file wins, and front matter wins over all of them.
/// </param>
public sealed record SourcePage(PageText Text, string Route, ImmutableDictionary<string, string> Metadata)
{
    /// <summary>Whether the file is a program, not Markdown.</summary>
    public bool IsExample { get; init; }
}

/// <summary>A file that is published as it is.</summary>
/// <param name="Path">Path relative to the settings file.</param>
/// <param name="Route">Where it is published.</param>
/// <param name="FullPath">Where it lies on this machine.</param>
public sealed record SourceFile(string Path, string Route, string FullPath);

/// <summary>A folder of pages.</summary>
/// <param name="Route">Its address without a slash at its end; empty for the site's root.</param>
/// <param name="Metadata">What <c>_directory.yml</c> says; Title, Order, Description and Xref are the folder's own.</param>
public sealed record SourceFolder(string Route, ImmutableDictionary<string, string> Metadata);
