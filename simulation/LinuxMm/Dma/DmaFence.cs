namespace LinuxMm;

/// <summary>A promise that some access to a buffer will end: signalled once, never again.</summary>
/// <param name="name">What the scenario calls the access.</param>
[LinuxSource("include/linux/dma-fence.h", "struct dma_fence", Tag = "v5.19")]
public sealed class DmaFence(string name)
{
    /// <summary>What the scenario calls the access.</summary>
    [ModelOnly("Names for people.")]
    public string Name { get; } = name;

    /// <summary>Whether the access has ended.</summary>
    [LinuxSource("include/linux/dma-fence.h", "dma_fence_is_signaled", Tag = "v5.19")]
    public bool IsSignaled { get; private set; }

    /// <summary>The access has ended.</summary>
    [LinuxSource("drivers/dma-buf/dma-fence.c", "dma_fence_signal", Tag = "v5.19")]
    public void Signal() => IsSignaled = true;

    /// <summary>Its name and whether it is signalled.</summary>
    [ModelOnly("Text for people.")]
    public override string ToString() => IsSignaled ? $"{Name}, signalled" : Name;
}
