using System.Globalization;

namespace LinuxMm.Figures;

/// <summary>What the combinations of the flags mean, and one step in words.</summary>
internal static class FlagWords
{
    public static string Meaning(FrameVectorState state) => state switch
    {
        FrameVectorState.Empty => "no frames",
        FrameVectorState.PinnedPages => "page pointers, each with a pin",
        FrameVectorState.BarePfns => "numbers, nothing held",
        FrameVectorState.PagesWithoutReference => "page pointers, nothing held",
        FrameVectorState.PfnsWithReference => "numbers of pinned pages",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>The flags that make the state; an empty vector is one whatever they say.</summary>
    public static IEnumerable<FlagDrawing> Flags(FrameVectorState state) => state switch
    {
        FrameVectorState.Empty => [],
        FrameVectorState.PinnedPages => [new("got_ref", true), new("is_pfns", false)],
        FrameVectorState.BarePfns => [new("got_ref", false), new("is_pfns", true)],
        FrameVectorState.PagesWithoutReference => [new("got_ref", false), new("is_pfns", false)],
        FrameVectorState.PfnsWithReference => [new("got_ref", true), new("is_pfns", true)],
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Whether both flags say the same, which the mail held to be impossible.</summary>
    public static bool AreAlike(FrameVectorState state) => state is FrameVectorState.PagesWithoutReference or FrameVectorState.PfnsWithReference;

    /// <summary>The step as a line of the text form.</summary>
    public static string Line(FlagFacts now, FlagFacts? before)
    {
        var isChanged = before is not null && before != now;
        var way = isChanged && before!.State != now.State ? $"{before.State} ──▶ {now.State}" : $"{now.State}";
        var facts = Facts(now).Zip(before is null ? Facts(now) : Facts(before), (fact, was) => fact == was ? fact : $"{fact} (was {was.Split(' ')[^1]})");
        return $"{(isChanged ? "◆ " : "  ")}{way}  {string.Join("  ", facts)}  {Meaning(now.State)}{Mark(now)}";
    }

    /// <summary>The step in a sentence.</summary>
    public static string Sentence(FlagFacts now, FlagFacts? before)
    {
        var from = before is null || before.State == now.State ? "" : $" It was {before.State}.";
        return $"The vector is {now.State}: {Meaning(now.State)}. {string.Join(", ", Facts(now))}.{from}{Mark(now)}";
    }

    private static IEnumerable<string> Facts(FlagFacts facts) =>
        [string.Create(CultureInfo.InvariantCulture, $"nr_frames {facts.FrameCount}"), .. facts.Flags.Select(FactWords.Flag)];

    private static string Mark(FlagFacts facts) => AreAlike(facts.State) ? "  (flags alike)" : "";
}
