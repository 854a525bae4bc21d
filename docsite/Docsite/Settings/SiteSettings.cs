using System.Collections.Immutable;
using Docsite.Discovery;
using Docsite.Planning;
using Docsite.Reference;

namespace Docsite.Settings;

/// <summary>What <c>docsite.yml</c> says, read once and frozen.</summary>
public sealed record SiteSettings
{
    /// <summary>The folder of <c>docsite.yml</c>; every other path is relative to it.</summary>
    public required string Root { get; init; }

    /// <summary>Where each of the settings stands in its file.</summary>
    public SettingsPlaces Places { get; init; } = SettingsPlaces.None;

    /// <summary>The site's name.</summary>
    public required string SiteTitle { get; init; }

    /// <summary>One sentence about the site.</summary>
    public string Description { get; init; } = "";

    /// <summary>Where the site is published, e.g. <c>https://example.org</c>; canonical links, <c>feed.xml</c> and <c>sitemap.xml</c> need it.</summary>
    public string? Host { get; init; }

    /// <summary>The folder of the host that the site is published in, e.g. <c>docs</c>; empty for its root, or where <see cref="Host"/> says it.</summary>
    public string LinkRoot { get; init; } = "";

    /// <summary>Whether links between pages leave <c>.html</c> and <c>index.html</c> out, for servers that find the files all the same.</summary>
    public bool LinkHideExtensions { get; init; }

    /// <summary>The published address of the site without a slash at its end; nothing where no <see cref="Host"/> is known.</summary>
    public string? Address => Host is null || LinkRoot.Length == 0 ? Host : $"{Host}/{LinkRoot}";

    /// <summary>The path of the site's root on its host, e.g. <c>/docs/</c>; nothing where neither <see cref="Host"/> nor <see cref="LinkRoot"/> says it.</summary>
    public string? RootPath => Address is { } address ? new Uri(address).AbsolutePath.TrimEnd('/') + "/" : LinkRoot.Length > 0 ? $"/{LinkRoot}/" : null;

    /// <summary>The published address of a page; the front page's is that of the site. Nothing where no <see cref="Host"/> is known.</summary>
    /// <param name="route">The page's path in the site.</param>
    public string? AddressOf(string route)
    {
        var shown = LinkHideExtensions || route == Route.Index ? Route.WithoutExtension(route) : route;
        return Address is null ? null : $"{Address}/{Route.Escaped(shown)}";
    }

    /// <summary>Folders with pages.</summary>
    public ImmutableArray<string> InputPaths { get; init; } = ["content"];

    /// <summary>Folders with example files: programs for <c>dotnet run</c>, each a page of its own.</summary>
    public ImmutableArray<string> ExamplePaths { get; init; } = [];

    /// <summary>Folder the site is written to.</summary>
    public string OutputPath { get; init; } = "artifacts/site";

    /// <summary>Where all pages stand on one, e.g. <c>book.html</c>; nothing: nowhere.</summary>
    public string? BookPath { get; init; }

    /// <summary>Where the whole site is packed into one file, e.g. <c>site.zip</c>; nothing: nowhere.</summary>
    public string? ArchivePath { get; init; }

    /// <summary>Where a page's source can be edited, with <c>{path}</c> for its path.</summary>
    public string? EditLink { get; init; }

    /// <summary>Whether pages that do not say when they were changed are given the day of their last commit.</summary>
    public bool GitDates { get; init; }

    /// <summary>How much a page may weigh.</summary>
    public PageLimits Limits { get; init; } = new();

    /// <summary>Glob patterns of files that are left out.</summary>
    public ImmutableArray<string> ExcludedPaths { get; init; } = [];

    /// <summary>Project files whose assemblies the blocks see, built by the tool.</summary>
    public ImmutableArray<string> Projects { get; init; } = [];

    /// <summary>Namespaces that every block has imported; <c>static X.Y</c> imports a type's members.</summary>
    public ImmutableArray<string> Usings { get; init; } = [];

    /// <summary>What the variants are called in findings and tabs, e.g. <c>era</c>.</summary>
    public string VariantName { get; init; } = "variant";

    /// <summary>The named variants, in the order they are run and shown.</summary>
    public ImmutableArray<Variant> Variants { get; init; } = [];

    /// <summary>The versions that variants stand for, where they stand for any.</summary>
    public ImmutableDictionary<string, VersionSpan> VariantVersions { get; init; } = ImmutableDictionary<string, VersionSpan>.Empty;

    /// <summary>The variant of sessions that name none; nothing: they start empty.</summary>
    public Variant? DefaultVariant { get; init; }

    /// <summary>How long a block may run.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a project may be built.</summary>
    public TimeSpan BuildTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How much managed memory a session's process may use, in bytes.</summary>
    public long MemoryLimitBytes { get; init; } = 512L << 20;

    /// <summary>Whether blocks know the invariant culture alone. Others say what the machine knows of them, which differs from machine to machine.</summary>
    public bool InvariantGlobalization { get; init; } = true;

    /// <summary>What of the framework blocks may use although it reaches past them: namespaces, types or members, e.g. <c>System.Diagnostics.Process</c>.</summary>
    public ImmutableArray<string> Allow { get; init; } = [];

    /// <summary>The verdict words that a claim may carry.</summary>
    public ImmutableArray<string> Verdicts { get; init; } = [];

    /// <summary>How the projects' reference is made; nothing for no reference.</summary>
    public ReferenceSettings? Reference { get; init; }
}
