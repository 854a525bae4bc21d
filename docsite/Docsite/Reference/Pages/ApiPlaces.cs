using System.Text.RegularExpressions;

namespace Docsite.Reference.Pages;

/// <summary>Ids and names by which pages of the reference are found.</summary>
internal static partial class ApiPlaces
{
    /// <summary>The id of a heading.</summary>
    public static string IdOf(string title) => title.ToLowerInvariant().Replace(' ', '-');

    /// <summary>The name of a documentation id as <c>xref:</c> links write it: without its letter, parameters and numbers of type parameters.</summary>
    public static string XrefOf(string id)
    {
        var name = id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var parameters = name.IndexOf('(', StringComparison.Ordinal);
        return Arity().Replace(parameters < 0 ? name : name[..parameters], "");
    }

    [GeneratedRegex("`+[0-9]+")]
    private static partial Regex Arity();
}
