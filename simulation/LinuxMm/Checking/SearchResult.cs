namespace LinuxMm;

/// <summary>What a search over schedules found: counts by outcome, and for each outcome the shortest schedule that has it.</summary>
internal sealed class SearchResult
{
    /// <summary>Place 0 for schedules in which nothing goes wrong, then one for each kind of hazard.</summary>
    public long[] Schedules { get; } = new long[Enum.GetValues<HazardKind>().Length + 1];

    /// <summary>For each outcome the shortest beginning that has it, or null where no schedule has it.</summary>
    public int[]?[] Shortest { get; } = new int[]?[Enum.GetValues<HazardKind>().Length + 1];

    public long Explored { get; set; }

    public long States { get; set; }

    public static int OutcomeOf(Machine machine) => machine.Hazards.Count == 0 ? 0 : 1 + (int)machine.Hazards[0].Kind;

    public static HazardKind? KindOf(int outcome) => outcome == 0 ? null : (HazardKind)(outcome - 1);

    /// <summary>Keeps the shortest; of two of the same length the one seen first, which comes first in the order of the actors.</summary>
    public void Saw(int outcome, ReadOnlySpan<int> schedule)
    {
        if (Shortest[outcome] is not { } known || schedule.Length < known.Length)
        {
            Shortest[outcome] = schedule.ToArray();
        }
    }

    /// <summary>Adds what was found in schedules that come later in the order of the actors.</summary>
    public void Add(SearchResult later)
    {
        Explored += later.Explored;
        for (var outcome = 0; outcome < Schedules.Length; outcome++)
        {
            Schedules[outcome] += later.Schedules[outcome];
            if (later.Shortest[outcome] is { } schedule)
            {
                Saw(outcome, schedule);
            }
        }
    }
}
