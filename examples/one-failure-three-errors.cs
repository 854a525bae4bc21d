#!/usr/bin/env dotnet
#:project ../simulation/LinuxMm.Figures/LinuxMm.Figures.csproj
// Title: Which error does an application see?
// Description: "That depends on the allocator: dma-sg says ENOMEM for everything."
// Group: Video buffers
// Order: 23
// ---
// A buffer at an address where nothing is mapped.

using LinuxMm;

foreach (var allocator in new[] { Vb2Memops.DmaContig, Vb2Memops.DmaSg, Vb2Memops.Vmalloc })
{
    var machine = new Machine(KernelEras.C3);
    var app = machine.CreateProcess("app");
    var camera = machine.CreateQueue(machine.AddDevice("camera"), new Vb2QueueOptions(allocator, 4096));
    camera.Reqbufs(Vb2Memory.UserPtr, 1);
    Console.WriteLine($"{allocator.Name}: {camera.Qbuf(0, app, new VirtualAddress(0x70000), 4096)}");
}

/* output
vb2_dc: -EFAULT
vb2_dma_sg: -ENOMEM
vb2_vmalloc: -EFAULT
*/
