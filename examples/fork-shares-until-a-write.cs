#!/usr/bin/env dotnet
#:project ../simulation/LinuxMm.Figures/LinuxMm.Figures.csproj
// Title: When does fork copy memory?
// Description: At the first write, and only the page that is written.
// Group: Addresses and frames
// Order: 6
// ---
// Until then parent and child share frames, both read-only.

using LinuxMm;
using LinuxMm.Figures;
using static Docsite.Display.Stage;

var machine = new Machine(KernelEras.C3);
var parent = machine.CreateProcess("parent");
var heap = parent.Mmap(1, "heap");
parent.Write(heap.Start, "old");
var story = new MemoryStory("Shared until somebody writes", machine);
story.Step("before");

var child = parent.Fork("child");
story.Step("fork", "One frame, two entries, no write permission.");

child.Write(heap.Start, "new");
story.Step("child: write", "The writer gets a copy.");
_ = (parent.Read(heap.Start, 3).Value, child.Read(heap.Start, 3).Value);  // => ("old", "new")
Show(story);

/* figure
Shared until somebody writes

1. before
     parent heap     0x10000  1 page  rw-p anon
     parent 0x10000  ──▶ 1  W D
     frame 1         parent  ref 1  pin 0  "old"
     frame 2         free    ref 0  pin 0

2. fork - One frame, two entries, no write permission.
     parent heap     0x10000  1 page  rw-p anon
   ◆ parent 0x10000  ──▶ 1  R D  (was W D)
   ◆ child heap      0x10000  1 page  rw-p anon
   ◆ child 0x10000   ──▶ 1  R
   ◆ frame 1         parent  ref 2  pin 0  "old"  (was ref 1)
     frame 2         free    ref 0  pin 0

3. child: write - The writer gets a copy.
     parent heap     0x10000  1 page  rw-p anon
     parent 0x10000  ──▶ 1  R D
     child heap      0x10000  1 page  rw-p anon
   ◆ child 0x10000   ──▶ 2  W D  (was 1, R)
   ◆ frame 1         parent  ref 1  pin 0  "old"  (was ref 2)
   ◆ frame 2         child   ref 1  pin 0  "new"  (was free, ref 0, "")
*/
