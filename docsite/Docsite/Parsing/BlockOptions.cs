using System.Collections.Immutable;
using Docsite.Pages;

namespace Docsite.Parsing;

/// <summary>The options behind <c>csharp</c> on a fence's first line, read once.</summary>
public sealed record BlockOptions
{
    /// <summary>What is promised.</summary>
    public BlockKind Kind { get; init; } = new BlockKind.Run();

    /// <summary>The session it belongs to; nothing for the page's own.</summary>
    public string? Session { get; init; }

    /// <summary>Runs in a session of its own that starts empty.</summary>
    public bool Fresh { get; init; }

    /// <summary>Runs before every session of the page and is folded away for readers.</summary>
    public bool Setup { get; init; }

    /// <summary>Runs and is not shown; the code of a picture is folded away below it.</summary>
    public bool Hidden { get; init; }

    /// <summary>A caption above the code.</summary>
    public string? Title { get; init; }

    /// <summary>One-based lines of the block that are highlighted.</summary>
    public ImmutableArray<int> Highlight { get; init; } = [];

    /// <summary>How long it may run; nothing for the site's limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The variants (eras) it runs in; empty for all of its session.</summary>
    public ImmutableArray<string> Variants { get; init; } = [];

    /// <summary>The file and region that the code is taken from or is a copy of.</summary>
    public SourceReference? Source { get; init; }

    /// <summary>Where the option stands that makes <see cref="Kind"/>, its value where it has one; nothing for the default.</summary>
    public PageLocation? KindLocation { get; init; }
}

/// <summary>What <c>source=path.cs#region</c> names.</summary>
/// <param name="Path">Path from the site's root.</param>
/// <param name="Region">Name behind <c>#region</c> in that file; nothing for the whole file.</param>
/// <param name="Location">Where the value stands on the page.</param>
public sealed record SourceReference(string Path, string? Region, PageLocation Location);
