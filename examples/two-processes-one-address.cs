#!/usr/bin/env dotnet
#:project ../simulation/LinuxMm.Figures/LinuxMm.Figures.csproj
// Title: Can two processes have the same address?
// Description: "Yes, with other frames behind it: an address belongs to a process, a frame to the machine."
// Group: Addresses and frames
// Order: 3
// ---
// Every process has a page table of its own.

using LinuxMm;
using LinuxMm.Figures;
using static Docsite.Display.Stage;

var machine = new Machine(KernelEras.C3);
var story = new MemoryStory("One address, two frames", machine);
var one = machine.CreateProcess("one");
var two = machine.CreateProcess("two");
var a = one.Mmap(1, "heap");
var b = two.Mmap(1, "heap");

one.Write(a.Start, "mine");
two.Write(b.Start, "yours");
story.Step("both write", "The same address in two page tables, a frame for each.");

_ = a.Start == b.Start;  // => true
_ = one.PfnAt(a.Start) == two.PfnAt(b.Start);  // => false
Show(story);

/* figure
One address, two frames

1. both write - The same address in two page tables, a frame for each.
     one heap     0x10000  1 page  rw-p anon
     one 0x10000  ──▶ 1  W D
     two heap     0x10000  1 page  rw-p anon
     two 0x10000  ──▶ 2  W D
     frame 1      one  ref 1  pin 0  "mine"
     frame 2      two  ref 1  pin 0  "yours"
*/
