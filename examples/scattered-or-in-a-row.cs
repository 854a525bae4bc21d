#!/usr/bin/env dotnet
#:project ../simulation/LinuxMm.Figures/LinuxMm.Figures.csproj
// Title: Why does the same buffer work on one board and not on another?
// Description: A device that needs one range gets it from an IOMMU, or not at all.
// Group: Video buffers
// Order: 22
// ---
// Two pages, touched the other way round, so that their frames are not neighbours in order.

using LinuxMm;

foreach (var hasIommu in new[] { false, true })
{
    var machine = new Machine(KernelEras.C3);
    var app = machine.CreateProcess("app");
    var buffer = app.Mmap(2, "buffer");
    app.Touch(buffer.Start.Page(1));
    app.Touch(buffer.Start);
    var camera = machine.AddDevice("camera", new DeviceOptions { HasIommu = hasIommu });
    var taken = Vb2Memops.DmaContig.GetUserptr(new Vb2UserPointer(camera, app, buffer.Start, 8192));
    Console.WriteLine($"IOMMU {hasIommu}: {taken}");
}

/* output
IOMMU False: -EFAULT
IOMMU True: ScatterList of 2 frames
*/
