namespace LinuxMm;

public sealed partial class Device
{
    /// <summary>Tells the device where a shared buffer is, and everybody else that an access is under way.</summary>
    /// <remarks>Ensures: the buffer has a fence, which <see cref="CompleteDma"/> and <see cref="StopDma"/> signal.</remarks>
    /// <param name="attachment">A mapped link of this device to the buffer.</param>
    /// <param name="pattern">The ASCII text that the device writes at the start of each frame.</param>
    /// <param name="direction">Which way the bytes go.</param>
    /// <returns>The fence.</returns>
    /// <exception cref="InvalidOperationException">The device is running, or the buffer is not mapped for it.</exception>
    [LinuxSource("drivers/dma-buf/dma-resv.c", "dma_resv_add_fence", Tag = "v5.19", Since = "B2")]
    public DmaFence StartDma(DmaBufAttachment attachment, string pattern, DmaDirection direction = DmaDirection.FromDevice)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        if (attachment.Device != this || attachment.Table is null)
        {
            throw new InvalidOperationException($"{attachment.Buffer.Name} is not mapped for {Name}: map an attachment of this device first.");
        }

        Start(attachment.Buffer, pattern, direction, firstOffset: 0);
        _fence = new DmaFence($"{Name} on {attachment.Buffer.Name}");
        attachment.Buffer.AddFence(_fence, direction == DmaDirection.ToDevice ? DmaFenceUsage.Read : DmaFenceUsage.Write);
        return _fence;
    }
}
