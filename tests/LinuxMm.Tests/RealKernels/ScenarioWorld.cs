using System.Globalization;
using System.Text.Json;

namespace LinuxMm.Tests.RealKernels;

/// <summary>A camera with its queue, an application and a buffer of user memory, as the recorded scenarios have them.</summary>
internal sealed class ScenarioWorld
{
    private readonly Observation _row;

    public ScenarioWorld(Observation row, KernelEra era, Vb2Memops? memops = null)
    {
        _row = row;
        SizeBytes = row.Row.TryGetProperty("sizeimage", out var size) ? size.GetInt64() : 4 * VirtualAddress.PageSize;
        Zone = row.IsMovable ? Zone.Movable : Zone.Normal;
        Machine = new Machine(era);
        App = Machine.CreateProcess("app");
        Camera = Machine.AddDevice("camera");
        Queue = Machine.CreateQueue(Camera, new Vb2QueueOptions(memops ?? Vb2Memops.Vmalloc, SizeBytes));
        Assert.Equal(2, Queue.Reqbufs(Vb2Memory.UserPtr, 2));
    }

    public Machine Machine { get; }

    public MemoryDescriptor App { get; }

    public Device Camera { get; }

    public Vb2Queue Queue { get; }

    public long SizeBytes { get; }

    public int Pages => (int)(SizeBytes >> VirtualAddress.PageShift);

    public Zone Zone { get; }

    public VmArea Anonymous(MemoryDescriptor? process = null)
    {
        var vma = (process ?? App).Mmap(new MmapRequest(Pages) { Zone = Zone });
        Assert.True(vma.Mm.Touch(vma).IsSuccess);
        return vma;
    }

    public VmArea Shared(PageCacheFile file)
    {
        file.Zone = Zone;
        var vma = App.Mmap(Pages, "shared", Sharing.Shared, of: file);
        Assert.True(App.Touch(vma).IsSuccess);
        return vma;
    }

    public static List<Pfn> Frames(VmArea vma) => [.. Enumerable.Range(0, vma.Range.Pages).Select(i => vma.Mm.PfnAt(vma.Start.Page(i))).OfType<Pfn>()];

    /// <summary>The call returned what the kernel's did.</summary>
    public void Returned(string field, KernelResult<int> result)
    {
        var expected = _row.Row.GetProperty(field);
        Assert.Equal((field, expected.GetProperty("errno").GetString()), (field, result.Errno is { } errno ? $"{errno}" : "0"));
    }

    /// <summary>The first frames have the counts that the kernel showed.</summary>
    public void Counts(string field, IReadOnlyList<Pfn> frames)
    {
        var index = 0;
        foreach (var frame in _row.Row.GetProperty(field).EnumerateArray())
        {
            var page = Machine.Memory.PfnToPage(frames[index++]);
            if (frame[1].ValueKind == JsonValueKind.Null || frame[2].ValueKind == JsonValueKind.Null)
            {
                // The kernel showed no count: somebody else had the frame by then.
                continue;
            }

            Assert.InRange(frame[1].GetInt32() - page.RefCount, 0, 2);
            Assert.Equal((field, frame[2].GetInt32()), (field, page.MapCount));
        }
    }

    public void Number(string field, int actual) =>
        Assert.Equal((field, _row.Row.GetProperty(field).GetInt32()), (field, actual));

    public bool Has(string field) => _row.Row.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>How many pages of a mapping show what the camera wrote.</summary>
    public static int Changed(VmArea vma) => Enumerable.Range(0, vma.Range.Pages).Count(i => vma.Mm.Read(vma.Start.Page(i)).Value.StartsWith("IMG", StringComparison.Ordinal));

    public int Changed(IEnumerable<Pfn> frames) => frames.Count(pfn => Machine.Memory.ContentsOf(pfn).StartsWith("IMG", StringComparison.Ordinal));

    public void Stream()
    {
        Assert.Equal(0, Queue.StreamOn());
        Queue.Complete("IMG");
        Assert.True(Queue.Dqbuf().IsSuccess);
        Queue.StreamOff();
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_row.Kernel} {_row.Boot} {_row.Case}");
}
