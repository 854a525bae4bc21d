#!/usr/bin/env dotnet
#:project ../simulation/LinuxMm.Figures/LinuxMm.Figures.csproj
// Title: Why is a reference not enough for a device?
// Description: After a fork the process that writes gets the copy, and the device keeps the old page.
// Group: References and pins
// Order: 9
// Claims: M5
// ---
// The same steps with a pin instead of a reference: `fork-respects-a-pin.cs`.

using LinuxMm;
using LinuxMm.Figures;
using static Docsite.Display.Stage;

var machine = new Machine(KernelEras.C3);
var parent = machine.CreateProcess("parent");
var camera = machine.AddDevice("camera");
var buffer = parent.Mmap(1, "buffer");
var pages = machine.CreatePageArray("pages", 1);
parent.GetUserPages(buffer.Start, 1, FollFlags.Write, pages);
camera.StartDma(pages, "IMG");
var story = new MemoryStory("The parent loses its page", machine);
story.Step("camera: start", "A reference, and a device at work.");

parent.Fork("child");
parent.Write(buffer.Start, "x");
story.Step("parent: fork, write", "The parent has a copy now.");

camera.CompleteDma();
story.Step("camera: done", "The photo arrives at the child.");
_ = machine.Hazards[0].Kind;  // => HazardKind.DmaIntoForeignFrame
Show(story);

/* figure
The parent loses its page

1. camera: start - A reference, and a device at work.
     parent buffer   0x10000  1 page  rw-p anon
     parent 0x10000  ──▶ 1  W D
     frame 1         parent  ref 2  pin 0
     frame 2         free    ref 0  pin 0
     pages           pages[]
     pages[0]        ──▶ 1  a page, with a reference
     camera          ╍╍▶ 1  DMA running  writes memory

2. parent: fork, write - The parent has a copy now.
     parent buffer   0x10000  1 page  rw-p anon
   ◆ parent 0x10000  ──▶ 2  W D  (was 1)
   ◆ child buffer    0x10000  1 page  rw-p anon
   ◆ child 0x10000   ──▶ 1  R
   ◆ frame 1         child   ref 2  pin 0  (was parent)
   ◆ frame 2         parent  ref 1  pin 0  "x"  (was free, ref 0, "")
     pages           pages[]
     pages[0]        ──▶ 1  a page, with a reference
     camera          ╍╍▶ 1  DMA running  writes memory

3. camera: done - The photo arrives at the child.
     parent buffer   0x10000  1 page  rw-p anon
     parent 0x10000  ──▶ 2  W D
     child buffer    0x10000  1 page  rw-p anon
     child 0x10000   ──▶ 1  R
   ◆ frame 1         child   ref 2  pin 0  "IMG"  (was "")
     frame 2         parent  ref 1  pin 0  "x"
     pages           pages[]
     pages[0]        ──▶ 1  a page, with a reference
   ◆ camera          ──▶ 1  DMA done     writes memory  (was DMA running)
   ◆ ✗ camera wrote into pfn 1, which belonged to parent when the device was told, and has become child's.
*/
