#!/usr/bin/env dotnet
#:project ../simulation/LinuxMm.Figures/LinuxMm.Figures.csproj
// Title: How can a driver map a page that may be pinned?
// Description: "With vm_insert_page(): it takes a reference and makes a normal entry."
// Group: Memory that nobody counts
// Order: 14
// ---
// The counterpart of `a-mapping-that-does-not-count.cs`.

using LinuxMm;
using LinuxMm.Figures;
using static Docsite.Display.Stage;

var machine = new Machine(KernelEras.C3);
var gpu = machine.AddDriver("gpu");
var app = machine.CreateProcess("app");
var frame = gpu.AllocPages(1);
var story = new MemoryStory("A mapping that counts", machine);
var area = app.Mmap(1, "buffer", Sharing.Shared, of: gpu);
gpu.VmInsertPage(area, area.Start, frame.First);
story.Step("gpu: vm_insert_page", "Two references: the driver's and the entry's.");

gpu.FreePages(frame);
story.Step("gpu: free", "The entry still holds it.");
_ = machine.Memory.PfnToPage(frame.First).IsFree;  // => false
_ = app.PinUserPagesFast(area.Start, 1, FollFlags.Write, machine.CreatePageArray("pages", 1)).Value;  // => 1
Show(story);

/* figure
A mapping that counts

1. gpu: vm_insert_page - Two references: the driver's and the entry's.
     app buffer   0x10000  1 page  rw-s MIXEDMAP
     app 0x10000  ──▶ 1  W
     frame 1      gpu       ref 2  pin 0

2. gpu: free - The entry still holds it.
     app buffer   0x10000  1 page  rw-s MIXEDMAP
     app 0x10000  ──▶ 1  W
   ◆ frame 1      no owner  ref 1  pin 0  (was gpu, ref 2)
*/
