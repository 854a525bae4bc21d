using System.Text;

namespace LinuxMm;

public sealed partial class MemoryDescriptor
{
    /// <summary>The process writes text at an address; pages appear as needed.</summary>
    /// <param name="address">Any address.</param>
    /// <param name="text">ASCII text.</param>
    /// <returns>The number of bytes, or EFAULT where a signal would have been raised.</returns>
    [LinuxSource("mm/memory.c", "handle_mm_fault", Tag = "v5.17")]
    public KernelResult<int> Write(VirtualAddress address, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        RequireRunning();
        using var call = Enter();
        var bytes = Encoding.ASCII.GetBytes(text);
        for (var done = 0; done < bytes.Length;)
        {
            var at = address + done;
            if (Access(at, FaultKind.Write) is not { } frame)
            {
                return call.Returned<KernelResult<int>>("write access", (address, text), Errno.EFAULT);
            }

            var part = Math.Min(bytes.Length - done, VirtualAddress.PageSize - at.OffsetInPage);
            frame.Write(at.OffsetInPage, bytes.AsSpan(done, part));
            done += part;
        }

        return call.Returned<KernelResult<int>>("write access", (address, text), bytes.Length);
    }

    /// <summary>The process reads bytes as text, up to the first zero; pages appear as needed.</summary>
    /// <param name="address">Any address.</param>
    /// <param name="length">How many bytes at most, 1 to the end of the page.</param>
    /// <returns>The text, or EFAULT where a signal would have been raised.</returns>
    [LinuxSource("mm/memory.c", "handle_mm_fault", Tag = "v5.17")]
    public KernelResult<string> Read(VirtualAddress address, int length = 8)
    {
        RequireRunning();
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, VirtualAddress.PageSize - address.OffsetInPage);
        using var call = Enter();
        KernelResult<string> result = Access(address, FaultKind.Read) is { } frame
            ? Encoding.ASCII.GetString(frame.Contents.Read(address.OffsetInPage, length)).TrimEnd('\0')
            : Errno.EFAULT;
        return call.Returned("read access", (address, length), result);
    }

    /// <summary>The process writes to a page without changing its bytes: afterwards it is resident.</summary>
    /// <param name="address">Any address of the page.</param>
    /// <returns>The frame, or EFAULT where a signal would have been raised.</returns>
    [LinuxSource("mm/memory.c", "handle_mm_fault", Tag = "v5.17")]
    public KernelResult<Pfn> Touch(VirtualAddress address)
    {
        RequireRunning();
        using var call = Enter();
        return call.Returned<KernelResult<Pfn>>("write access", address, Access(address, FaultKind.Write) is { } frame ? frame.Pfn : Errno.EFAULT);
    }

    /// <summary>The process writes to every page of a mapping without changing its bytes.</summary>
    /// <param name="vma">A mapping of this process.</param>
    /// <returns>The number of pages, or EFAULT where a signal would have been raised.</returns>
    [LinuxSource("mm/memory.c", "handle_mm_fault", Tag = "v5.17")]
    public KernelResult<int> Touch(VmArea vma)
    {
        RequireRunning();
        RequireOwn(vma);

        // One call, so that the machine is checked once and not after each page.
        using var call = Enter();
        var refused = Enumerable.Range(0, vma.Range.Pages).Select(i => Touch(vma.Start.Page(i)).Errno).FirstOrDefault(error => error is not null);
        Machine.CheckWhenOutermost();
        return refused is { } failed ? failed : vma.Range.Pages;
    }

    private Frame? Access(VirtualAddress address, FaultKind kind)
    {
        if (FindExtendVma(address) is not { } vma || !vma.Allows(kind))
        {
            return null;
        }

        if (PageTable.Find(address) is not { } entry || !entry.IsAccessible || (kind == FaultKind.Write && !(entry.IsWritable && entry.IsDirty)))
        {
            if (HandleMmFault(vma, address, kind) != FaultOutcome.Done)
            {
                return null;
            }
        }

        return Machine.Memory.FrameAt(PageTable.Find(address)!.Value.Pfn);
    }
}
