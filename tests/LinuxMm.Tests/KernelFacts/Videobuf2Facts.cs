namespace LinuxMm.Tests.KernelFacts;

public sealed class Videobuf2Facts
{
    private static readonly IReadOnlyDictionary<string, KernelEra> Eras = new Dictionary<string, KernelEra>
    {
        ["A 5.8-5.11: create_framevec / dc / dma_sg / vmalloc"] = KernelEras.A,
        ["B2 5.17-6.0: create_framevec / dc / dma_sg / vmalloc"] = KernelEras.B2,
        ["C3 6.5..7.3: create_framevec / dc / dma_sg / vmalloc"] = KernelEras.C3,
    };

    public static TheoryData<string, string> Cells()
    {
        var cells = new TheoryData<string, string>();
        foreach (var row in OutcomeTable.Videobuf2.Rows.Keys)
        {
            foreach (var column in OutcomeTable.Videobuf2.Columns)
            {
                cells.Add(row, column);
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Predicts(string range, string era)
    {
        var expected = OutcomeTable.Videobuf2.Cell(range, era);
        if (expected.StartsWith("n/a", StringComparison.Ordinal))
        {
            Assert.Throws<InvalidOperationException>(() => Layout(range, era));
            return;
        }

        Assert.Equal(expected, $"{CreateFramevec(Layout(range, era))} / {DmaContig(Layout(range, era))} / {DmaSg(Layout(range, era))} / {Vmalloc(Layout(range, era))}");
    }

    /// <summary>As the page of the table says: what is allocated page by page is not physically consecutive.</summary>
    private static UserRange Layout(string range, string era) => GetVaddrFramesFacts.Kind(range).LayOutScattered(Eras[era]);

    private static Vb2UserPointer Request(UserRange layout) =>
        new(layout.Machine.AddDevice("camera"), layout.App, layout.Start, 4 * VirtualAddress.PageSize, layout.Write ? DmaDirection.FromDevice : DmaDirection.ToDevice);

    private static string CreateFramevec(UserRange layout)
    {
        var result = Vb2Memops.CreateFramevec(Request(layout));
        if (!result.IsSuccess)
        {
            return $"{result}";
        }

        var vector = result.Value;
        var text = $"vec({(vector.IsPfns == true ? "pfns" : "pages")},ref={(vector.GotRef == true ? 1 : 0)})";
        return vector.IsPfns == true && vector.ToPages().IsSuccess ? text + " -> unreferenced pages" : text;
    }

    private static string DmaContig(UserRange layout) => Show(layout, Vb2Memops.DmaContig);

    private static string DmaSg(UserRange layout) => Show(layout, Vb2Memops.DmaSg);

    private static string Vmalloc(UserRange layout) => Show(layout, Vb2Memops.Vmalloc);

    private static string Show(UserRange layout, Vb2Memops memops)
    {
        try
        {
            var result = memops.GetUserptr(Request(layout));
            if (!result.IsSuccess)
            {
                return $"{result}";
            }

            var mapping = result.Value.Mapping;
            memops.PutUserptr(result.Value);
            return mapping switch
            {
                Vb2Mapping.ScatterList => "sg ok",
                Vb2Mapping.MapResource => "dma_map_resource",
                Vb2Mapping.VmMapRam => "vm_map_ram",
                _ => "ioremap",
            };
        }
        catch (KernelBugException)
        {
            Assert.Equal(HazardKind.GarbageSlot, layout.Machine.Hazards[^1].Kind);
            return "undefined";
        }
    }
}
