namespace LinuxMm;

/// <summary>A list of pages for DMA, neighbours merged. It holds no references of its own.</summary>
[LinuxSource("include/linux/scatterlist.h", "struct sg_table", Tag = "v5.17")]
public sealed class SgTable
{
    private SgTable(IReadOnlyList<SgEntry> entries) => Entries = entries;

    /// <summary>The pieces, in order.</summary>
    [LinuxSource("include/linux/scatterlist.h", "sg_table.sgl", Tag = "v5.17")]
    public IReadOnlyList<SgEntry> Entries { get; private set; }

    /// <summary>Bytes of all pieces.</summary>
    [LinuxSource("include/linux/scatterlist.h", "scatterlist.length", Tag = "v5.17")]
    public long SizeBytes => Entries.Sum(entry => entry.LengthBytes);

    /// <summary>Whether a device has been given addresses.</summary>
    [LinuxSource("include/linux/scatterlist.h", "sg_table.nents", Tag = "v5.17")]
    public bool IsMapped => Entries.Any(entry => entry.DmaAddress is not null);

    /// <summary>Makes a table from pages; pages whose frames follow one another become one piece.</summary>
    /// <param name="pages">The frames, in order.</param>
    /// <param name="offsetBytes">Where in the first frame the buffer begins.</param>
    /// <param name="sizeBytes">How long the buffer is.</param>
    [LinuxSource("lib/scatterlist.c", "sg_alloc_table_from_pages", Tag = "v5.17")]
    public static SgTable FromPages(IReadOnlyList<Pfn> pages, int offsetBytes, long sizeBytes)
    {
        ArgumentNullException.ThrowIfNull(pages);
        ArgumentOutOfRangeException.ThrowIfZero(pages.Count, nameof(pages));
        var entries = new List<SgEntry>();
        var left = sizeBytes;
        for (var i = 0; i < pages.Count;)
        {
            var run = 1;
            while (i + run < pages.Count && pages[i + run] == pages[i] + run)
            {
                run++;
            }

            var offset = i == 0 ? offsetBytes : 0;
            var length = Math.Min(left, ((long)run << VirtualAddress.PageShift) - offset);
            entries.Add(new SgEntry(pages[i], offset, length, null));
            left -= length;
            i += run;
        }

        return new SgTable(entries);
    }

    /// <summary>Bytes from the first piece on whose device addresses follow one another.</summary>
    [LinuxSource("drivers/media/common/videobuf2/videobuf2-dma-contig.c", "vb2_dc_get_contiguous_size", Tag = "v5.17")]
    public long ContiguousSizeBytes()
    {
        long size = 0;
        var expected = Entries[0].DmaAddress?.Value;
        foreach (var entry in Entries)
        {
            if (entry.DmaAddress?.Value != expected)
            {
                break;
            }

            size += entry.LengthBytes;
            expected += (ulong)entry.LengthBytes;
        }

        return size;
    }

    /// <summary>Number of pieces and bytes.</summary>
    [ModelOnly("Text for people.")]
    public override string ToString() => $"{Entries.Count} pieces, {SizeBytes} bytes";

    internal void SetAddresses(Func<SgEntry, DmaAddress?> addressOf) => Entries = [.. Entries.Select(entry => entry with { DmaAddress = addressOf(entry) })];
}
