using System.Collections.Immutable;

namespace Docsite.Parsing;

/// <summary>How a fence looks whose language is only shown. Words that belong to other tools mean nothing here.</summary>
/// <param name="Title">Its caption.</param>
/// <param name="Highlight">Lines to point at, from 1.</param>
internal sealed record ListingOptions(string? Title, ImmutableArray<int> Highlight)
{
    /// <summary>Reads <c>title=</c> and <c>highlight=</c>.</summary>
    public static ListingOptions Of(Fence fence, InfoString info, OptionReader reader)
    {
        var options = new ListingOptions(null, []);
        foreach (var word in reader.WithoutRepeats([.. info.Words.Where(word => word.Name is "title" or "highlight")]))
        {
            if (word.Name == "title") options = options with { Title = reader.Value(word, "title=\"a title\"") };
            else options = options with { Highlight = ValueForms.Lines(reader, word, fence.Body.Lines.Length) };
        }
        return options;
    }
}
