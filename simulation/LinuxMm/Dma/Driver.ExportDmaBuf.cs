namespace LinuxMm;

public sealed partial class Driver
{
    /// <summary>Makes a dma-buf of this driver's memory, with one reference for the caller.</summary>
    /// <param name="name">A name that nothing else on the machine has.</param>
    /// <param name="frames">Frames that the driver owns.</param>
    [LinuxSource("drivers/dma-buf/dma-buf.c", "dma_buf_export", Tag = "v5.17")]
    public DmaBuf ExportDmaBuf(string name, PfnRange frames)
    {
        using var call = Machine.Enter(Name);
        var buffer = new DmaBuf(this, Machine.TakeName(name), [.. Enumerable.Range(0, frames.Count).Select(i => frames[i])]);
        buffer.Get();
        return call.Returned("dma_buf_export", (name, frames), buffer);
    }
}
