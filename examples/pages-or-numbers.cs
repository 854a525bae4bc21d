#!/usr/bin/env dotnet
#:project ../simulation/LinuxMm.Figures/LinuxMm.Figures.csproj
// Title: What does get_vaddr_frames give?
// Description: Pinned pages where it can, numbers where it cannot, and since 6.1 nothing where it cannot.
// Group: Frame vectors
// Order: 18
// Claims: M2
// Eras: A, B2, C3
// ---
// The same two buffers on three kernels.

using LinuxMm;

var era = KernelEras.B2;
var machine = new Machine(era);
var app = machine.CreateProcess("app");
var gpu = machine.AddDriver("gpu");
var heap = app.Mmap(1, "heap");
var mapped = app.Mmap(1, "buffer", Sharing.Shared, of: gpu);
gpu.RemapPfnRange(mapped, gpu.AllocPages(1));

foreach (var area in new[] { heap, mapped })
{
    var frames = machine.CreateFrameVector(area.Name, 1);
    var result = app.GetVaddrFrames(area.Start, 1, frames);
    Console.WriteLine($"{area.Name}: {result} {frames.State}");
}

/* output era=A,B2
heap: 1 PinnedPages
buffer: 1 BarePfns
*/

/* output era=C3
heap: 1 PinnedPages
buffer: -EFAULT Empty
*/
