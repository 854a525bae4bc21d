using System.Globalization;
using System.Text;
using TestSupport;

namespace LinuxMm.Tests.Eras;

/// <summary>Does it matter whether one pins first or follows first? All layouts of up to four pages, by exhaustion.</summary>
public sealed class OrderMatters
{
    private const int MostPages = 4;

    /// <summary>What a page of the range may be, each with the letter that stands for it.</summary>
    private static readonly (char Letter, Action<MemoryDescriptor, Driver, VirtualAddress> Map)[] Kinds =
    [
        ('a', (app, _, at) => app.Touch(app.Mmap(new MmapRequest(1) { At = at }))),
        ('-', (_, _, _) => { }),
        ('d', (app, gpu, at) => gpu.RemapPfnRange(Map(app, gpu, at, Sharing.Shared), gpu.AddDeviceMemory(1))),
        ('r', (app, gpu, at) => gpu.RemapPfnRange(Map(app, gpu, at, Sharing.Shared), gpu.AllocPages(1))),
        ('c', CopiedWindow),
        ('i', InsertedPage),
    ];

    [Fact]
    public void HowOftenAndWhereIsAsApproved()
    {
        var text = new StringBuilder("a anonymous, - nothing, d device memory, r memory as raw frames, c private copy of device memory, i inserted page with VM_IO\n");
        for (var pages = 1; pages <= MostPages; pages++)
        {
            var layouts = Layouts(pages).ToList();
            var different = layouts.Select(layout => (layout, PinFirst: Result(layout, KernelEras.B1), VmaFirst: Result(layout, VmaFirst))).Where(pair => pair.PinFirst != pair.VmaFirst).ToList();
            text.AppendLine(CultureInfo.InvariantCulture, $"{pages} pages: {different.Count} of {layouts.Count} layouts differ");
            foreach (var (layout, pinFirst, vmaFirst) in different.Take(pages == 1 ? 10 : 3))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {layout}: pin first {pinFirst}, VMA first {vmaFirst}");
            }
        }

        Golden.Verify(text.ToString(), "OrderMatters");
    }

    private static KernelEra VmaFirst => KernelEras.B1 with { FrameVectors = FrameVectorPolicy.VmaDecides };

    private static IEnumerable<string> Layouts(int pages) => pages == 0 ? [""] : Layouts(pages - 1).SelectMany(rest => Kinds.Select(kind => rest + kind.Letter));

    private static string Result(string layout, KernelEra era)
    {
        var machine = new Machine(era, new MachineOptions { IsTracing = false, ChecksInvariants = false });
        var app = machine.CreateProcess("app");
        var gpu = machine.AddDriver("gpu");
        var start = new VirtualAddress(0x10000);
        for (var i = 0; i < layout.Length; i++)
        {
            Kinds.First(kind => kind.Letter == layout[i]).Map(app, gpu, start.Page(i));
        }

        var vector = machine.CreateFrameVector("frames", layout.Length);
        var result = app.GetVaddrFrames(start, layout.Length, vector);
        return result.IsSuccess ? $"{result} {vector.State}" : $"{result}";
    }

    private static VmArea Map(MemoryDescriptor app, Driver gpu, VirtualAddress at, Sharing sharing) => app.Mmap(new MmapRequest(1) { Of = gpu, Sharing = sharing, At = at });

    private static void CopiedWindow(MemoryDescriptor app, Driver gpu, VirtualAddress at)
    {
        gpu.RemapPfnRange(Map(app, gpu, at, Sharing.Private), gpu.AddDeviceMemory(1));
        app.Touch(at);
    }

    private static void InsertedPage(MemoryDescriptor app, Driver gpu, VirtualAddress at)
    {
        var vma = Map(app, gpu, at, Sharing.Shared);
        gpu.SetVmFlags(vma, VmFlags.Io);
        gpu.VmInsertPage(vma, at, gpu.AllocPages(1).First);
    }
}
