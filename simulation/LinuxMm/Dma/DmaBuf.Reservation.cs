namespace LinuxMm;

public sealed partial class DmaBuf
{
    private readonly List<(DmaFence Fence, DmaFenceUsage Usage)> _fences = [];

    /// <summary>Adds the fence of an access that is under way.</summary>
    /// <param name="fence">The fence.</param>
    /// <param name="usage">What it stands for.</param>
    [LinuxSource("drivers/dma-buf/dma-resv.c", "dma_resv_add_fence", Tag = "v5.19", Since = "B2")]
    public void AddFence(DmaFence fence, DmaFenceUsage usage)
    {
        ArgumentNullException.ThrowIfNull(fence);
        RequireAlive();
        _fences.RemoveAll(pair => pair.Fence.IsSignaled);
        _fences.Add((fence, usage));
    }

    /// <summary>Whether all accesses of a usage, and of those before it, have ended. The kernel can also wait for that.</summary>
    /// <param name="usage">Up to which usage; <see cref="DmaFenceUsage.Bookkeep"/> for all.</param>
    [LinuxSource("drivers/dma-buf/dma-resv.c", "dma_resv_test_signaled", Tag = "v5.19", Since = "B1")]
    public bool IsIdle(DmaFenceUsage usage) => _fences.TrueForAll(pair => pair.Usage > usage || pair.Fence.IsSignaled);
}
