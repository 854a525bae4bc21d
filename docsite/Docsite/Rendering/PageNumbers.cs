namespace Docsite.Rendering;

/// <summary>The numbers of a page's figures, tables and listings, each kind counted from 1 in page order.</summary>
internal sealed class PageNumbers
{
    private readonly List<Numbered> _all = [];

    /// <summary>Gives the next number of its kind.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="id">Its id on the page, which links lead to.</param>
    /// <param name="names">Other names that a reference may use for it.</param>
    public int Add(NumberedKind kind, string id, params IEnumerable<string> names)
    {
        var number = _all.Count(one => one.Kind == kind) + 1;
        _all.Add(new Numbered(kind, number, id, [id, .. names]));
        return number;
    }

    /// <summary>What a name stands for; the first that bears it.</summary>
    public Numbered? Find(NumberedKind kind, string name) => _all.FirstOrDefault(one => one.Kind == kind && one.Names.Contains(name, StringComparer.Ordinal));

    /// <summary>Every name that a reference to this kind may use.</summary>
    public IEnumerable<string> NamesOf(NumberedKind kind) => _all.Where(one => one.Kind == kind).SelectMany(one => one.Names).Distinct(StringComparer.Ordinal);
}

/// <summary>Something with a number.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">Its number among its kind, from 1.</param>
/// <param name="Id">Its id on the page.</param>
/// <param name="Names">What references may call it.</param>
internal sealed record Numbered(NumberedKind Kind, int Number, string Id, IReadOnlyList<string> Names);

/// <summary>What is counted on a page.</summary>
internal enum NumberedKind
{
    /// <summary>A picture that a block showed.</summary>
    Figure,

    /// <summary>A table with a caption.</summary>
    Table,

    /// <summary>A block of code with a title.</summary>
    Listing,
}
