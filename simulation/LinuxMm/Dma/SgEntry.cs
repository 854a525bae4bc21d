namespace LinuxMm;

/// <summary>One piece of a scatter list: physically consecutive bytes.</summary>
/// <param name="First">The first frame.</param>
/// <param name="OffsetBytes">Where in that frame it begins.</param>
/// <param name="LengthBytes">How long it is; it may reach over several frames.</param>
/// <param name="DmaAddress">Where the device finds it; null while it is not mapped.</param>
[LinuxSource("include/linux/scatterlist.h", "struct scatterlist", Tag = "v5.17")]
public sealed record SgEntry(
    [property: LinuxSource("include/linux/scatterlist.h", "scatterlist.page_link", Tag = "v5.17")] Pfn First,
    [property: LinuxSource("include/linux/scatterlist.h", "scatterlist.offset", Tag = "v5.17")] int OffsetBytes,
    [property: LinuxSource("include/linux/scatterlist.h", "scatterlist.length", Tag = "v5.17")] long LengthBytes,
    [property: LinuxSource("include/linux/scatterlist.h", "scatterlist.dma_address", Tag = "v5.17")] DmaAddress? DmaAddress);
