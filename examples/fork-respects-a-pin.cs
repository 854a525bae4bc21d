#!/usr/bin/env dotnet
#:project ../simulation/LinuxMm.Figures/LinuxMm.Figures.csproj
// Title: What does fork do with a pinned page?
// Description: It copies it for the child at once, so that the parent keeps the one that the device writes to.
// Group: References and pins
// Order: 10
// Claims: M5
// ---
// The same steps with a reference instead: `fork-takes-the-page-away.cs`.

using LinuxMm;
using LinuxMm.Figures;
using static Docsite.Display.Stage;

var machine = new Machine(KernelEras.C3);
var parent = machine.CreateProcess("parent");
var camera = machine.AddDevice("camera");
var buffer = parent.Mmap(1, "buffer");
var pages = machine.CreatePageArray("pages", 1);
parent.PinUserPagesFast(buffer.Start, 1, FollFlags.Write | FollFlags.Longterm, pages);
camera.StartDma(pages, "IMG");
var story = new MemoryStory("The parent keeps its page", machine);
story.Step("camera: start", "A pin, and a device at work.");

parent.Fork("child");
parent.Write(buffer.Start, "x");
story.Step("parent: fork, write", "The child has the copy.");

camera.CompleteDma();
story.Step("camera: done", "The photo arrives at the parent.");
_ = (parent.Read(buffer.Start, 3).Value, machine.Hazards.Count);  // => ("IMG", 0)
Show(story);

/* figure
The parent keeps its page

1. camera: start - A pin, and a device at work.
     parent buffer   0x10000  1 page  rw-p anon
     parent 0x10000  ──▶ 1  W D
     frame 1         parent  ref 1025  pin 1
     frame 2         free    ref 0     pin 0
     pages           pages[]
     pages[0]        ━━● 1  a page, pinned
     camera          ╍╍▶ 1  DMA running  writes memory

2. parent: fork, write - The child has the copy.
     parent buffer   0x10000  1 page  rw-p anon
     parent 0x10000  ──▶ 1  W D
   ◆ child buffer    0x10000  1 page  rw-p anon
   ◆ child 0x10000   ──▶ 2  W D
   ◆ frame 1         parent  ref 1025  pin 1  "x"  (was "")
   ◆ frame 2         child   ref 1     pin 0  (was free, ref 0)
     pages           pages[]
     pages[0]        ━━● 1  a page, pinned
     camera          ╍╍▶ 1  DMA running  writes memory

3. camera: done - The photo arrives at the parent.
     parent buffer   0x10000  1 page  rw-p anon
     parent 0x10000  ──▶ 1  W D
     child buffer    0x10000  1 page  rw-p anon
     child 0x10000   ──▶ 2  W D
   ◆ frame 1         parent  ref 1025  pin 1  "IMG"  (was "x")
     frame 2         child   ref 1     pin 0
     pages           pages[]
     pages[0]        ━━● 1  a page, pinned
   ◆ camera          ──▶ 1  DMA done     writes memory  (was DMA running)
*/
