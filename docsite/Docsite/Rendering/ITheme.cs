using System.Collections.Immutable;

namespace Docsite.Rendering;

/// <summary>Turns models into HTML; the site's look lives behind it.</summary>
public interface ITheme
{
    /// <summary>A whole page.</summary>
    string Page(PageModel page);

    /// <summary>A block of code with what it printed.</summary>
    string Code(CodeModel code);

    /// <summary>A picture with its steps.</summary>
    string Figure(FigureModel figure);

    /// <summary>Contents of which one is seen at a time, chosen without script.</summary>
    string Tabs(TabsModel tabs);

    /// <summary>A claim with its verdict around rendered content.</summary>
    string Claim(ClaimModel claim);

    /// <summary>The files that every page needs, by their path in the site.</summary>
    ImmutableArray<ThemeAsset> Assets { get; }
}

/// <summary>A file of the theme.</summary>
/// <param name="Path">Path from the site's root.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ThemeAsset(string Path, ImmutableArray<byte> Content);
