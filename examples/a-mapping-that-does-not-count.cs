#!/usr/bin/env dotnet
#:project ../simulation/LinuxMm.Figures/LinuxMm.Figures.csproj
// Title: Who counts a raw mapping?
// Description: "Nobody: the frame can be free while the process still has an entry for it."
// Group: Memory that nobody counts
// Order: 13
// ---
// `remap_pfn_range()` touches no counter, whether a `struct page` exists or not.

using LinuxMm;
using LinuxMm.Figures;
using static Docsite.Display.Stage;

var machine = new Machine(KernelEras.C3);
var gpu = machine.AddDriver("gpu");
var app = machine.CreateProcess("app");
var frame = gpu.AllocPages(1);
var story = new MemoryStory("A mapping that does not count", machine);
var area = app.Mmap(1, "buffer", Sharing.Shared, of: gpu);
gpu.RemapPfnRange(area, frame);
story.Step("gpu: remap_pfn_range", "One reference, the driver's.");

gpu.FreePages(frame);
story.Step("gpu: free", "A driver that forgets to take the entry away.");
_ = machine.Memory.PfnToPage(frame.First).IsFree;  // => true
_ = app.PfnAt(area.Start) == frame.First;  // => true
Show(story);

/* figure
A mapping that does not count

1. gpu: remap_pfn_range - One reference, the driver's.
     app buffer   0x10000  1 page  rw-s IO PFNMAP
     app 0x10000  ──▶ 1  W S
     frame 1      gpu   ref 1  pin 0

2. gpu: free - A driver that forgets to take the entry away.
     app buffer   0x10000  1 page  rw-s IO PFNMAP
     app 0x10000  ──▶ 1  W S
   ◆ frame 1      free  ref 0  pin 0  (was gpu, ref 1)
*/
