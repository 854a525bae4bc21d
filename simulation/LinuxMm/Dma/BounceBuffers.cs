namespace LinuxMm;

/// <summary>Low memory that stands in for memory which a device cannot reach, in slots of 2 KiB.</summary>
[LinuxSource("kernel/dma/swiotlb.c", "swiotlb_tbl_map_single", Tag = "v5.17")]
internal sealed class BounceBuffers(long bytes)
{
    private const ulong FirstAddress = 0x100000;

    [LinuxSource("include/linux/swiotlb.h", "IO_TLB_SHIFT", Tag = "v5.17")]
    private const int SlotShift = 11;

    /// <summary>No piece may need more slots than these.</summary>
    [LinuxSource("include/linux/swiotlb.h", "IO_TLB_SEGSIZE", Tag = "v5.17")]
    private const int MostSlots = 128;

    private readonly bool[] _isTaken = new bool[bytes >> SlotShift];

    /// <summary>The first place that is long enough, or null.</summary>
    public DmaAddress? Take(long lengthBytes)
    {
        var slots = SlotsOf(lengthBytes);
        for (var first = 0; slots <= MostSlots && first + slots <= _isTaken.Length; first++)
        {
            if (!_isTaken.AsSpan(first, slots).Contains(true))
            {
                _isTaken.AsSpan(first, slots).Fill(true);
                return new DmaAddress(FirstAddress + ((ulong)first << SlotShift));
            }
        }

        return null;
    }

    public void Give(DmaAddress address, long lengthBytes) => _isTaken.AsSpan((int)((address.Value - FirstAddress) >> SlotShift), SlotsOf(lengthBytes)).Clear();

    private static int SlotsOf(long lengthBytes) => (int)Math.Min(int.MaxValue, (lengthBytes + (1 << SlotShift) - 1) >> SlotShift);
}
