namespace LinuxMm.Tests.KernelFacts;

public sealed class GetVaddrFramesFacts
{
    private static readonly IReadOnlyDictionary<string, KernelEra> Eras = new Dictionary<string, KernelEra>
    {
        ["A 5.8-5.11"] = KernelEras.A,
        ["B1 5.12-5.16"] = KernelEras.B1,
        ["B2 5.17-6.0"] = KernelEras.B2,
        ["C1 6.1"] = KernelEras.C1,
        ["C2 6.2-6.4"] = KernelEras.C2,
        ["C3 6.5..7.3"] = KernelEras.C3,
        ["L literal (vm_normal_page)"] = KernelEras.LLiteral,
        ["L strict (pfn_valid)"] = KernelEras.LStrict,
        ["R lax"] = KernelEras.RLax,
        ["R STRICT"] = KernelEras.RStrict,
    };

    public static TheoryData<string, string> Cells()
    {
        var cells = new TheoryData<string, string>();
        foreach (var row in OutcomeTable.GetVaddrFrames.Rows.Keys)
        {
            foreach (var column in OutcomeTable.GetVaddrFrames.Columns)
            {
                cells.Add(row, column);
            }
        }

        return cells;
    }

    [Fact]
    public void EveryRowIsBuilt() => Assert.Equal(OutcomeTable.GetVaddrFrames.Rows.Keys.Order(), RangeKinds.All.Select(kind => kind.Name).Order());

    [Theory]
    [MemberData(nameof(Cells))]
    public void Predicts(string range, string era)
    {
        var expected = OutcomeTable.GetVaddrFrames.Cell(range, era);
        if (expected.StartsWith("n/a", StringComparison.Ordinal))
        {
            Assert.False(Kind(range).ExistsIn(Eras[era]));
            Assert.Throws<InvalidOperationException>(() => Kind(range).LayOut(Eras[era]));
            return;
        }

        var layout = Kind(range).LayOut(Eras[era]);
        Assert.Equal(expected, Outcome(layout));
        Assert.Equal(layout.Machine.Snapshot(), MachineSnapshot.FromTrace(layout.Machine.Trace));
    }

    internal static RangeKind Kind(string name) => RangeKinds.All.First(kind => kind.Name == name);

    private static string Outcome(UserRange layout)
    {
        var vector = layout.Machine.CreateFrameVector("frames", 4);
        var result = layout.App.GetVaddrFrames(layout.Start, layout.FrameCount, vector, layout.Write);
        if (!result.IsSuccess)
        {
            return $"{result}";
        }

        if (result.Value == 0)
        {
            Assert.Null(vector.GotRef);
            return "0 (vec untouched)";
        }

        Assert.Equal(result.Value, vector.FrameCount);
        var slots = Enumerable.Range(0, result.Value).Select(vector.Slot).ToList();
        var garbage = slots.Any(slot => slot.Kind == SlotKind.Uninitialised) ? " GARBAGE slots!" : "";
        return $"{result} {(vector.IsPfns == true ? "pfns" : "pages")} ref={(vector.GotRef == true ? 1 : 0)}{garbage}{Migrated(layout)}";
    }

    private static string Migrated(UserRange layout) => layout.Machine.Trace.OfType<TraceEvent.PteChanged>().Any(step => step.Reason == "remove_migration_ptes") ? " migrated" : "";
}
