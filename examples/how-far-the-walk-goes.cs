#!/usr/bin/env dotnet
#:project ../simulation/LinuxMm.Figures/LinuxMm.Figures.csproj
// Title: Where does the look-up of an address stop?
// Description: At the first table that was never made, or at an empty entry of the last one.
// Group: Addresses and frames
// Order: 4
// ---
// Four levels of 512 entries each, as on x86-64. Neighbours share tables.

using LinuxMm;
using LinuxMm.Figures;
using static Docsite.Display.Stage;

var machine = new Machine(KernelEras.C3);
var app = machine.CreateProcess("app");
var heap = app.Mmap(2, "heap");
app.Write(heap.Start, "x");

var walk = new AddressWalk("Three look-ups", machine, app);
walk.Step(heap.Start, "a touched page", "All the way to a frame.");
walk.Step(heap.Start.Page(1), "its neighbour", "The last table is there, its entry is empty.");
walk.Step(new VirtualAddress(1UL << 40), "far away", "Nothing on the way was ever made.");
Show(walk);

/* figure
Three look-ups

1. a touched page - All the way to a frame.
     address  0x10000  in heap (rw-p anon)
     PGD[0]   ──▶ next table
     PUD[0]   ──▶ next table
     PMD[0]   ──▶ next table
     PTE[16]  ──▶ 1  W D
     frame 1  app  ref 1  pin 0  "x"
     end      physical address 0x1000 = frame 1 + 0x0

2. its neighbour - The last table is there, its entry is empty.
   ◆ address  0x11000  in heap (rw-p anon)
     PGD[0]   ──▶ next table
     PUD[0]   ──▶ next table
     PMD[0]   ──▶ next table
   ◆ PTE[17]  none: the walk stops
   ◆ end      page fault: the kernel may find a frame for it

3. far away - Nothing on the way was ever made.
   ◆ address  0x10000000000  in no mapping
   ◆ PGD[2]   none: the walk stops
   ◆ PUD[0]   not reached
   ◆ PMD[0]   not reached
   ◆ PTE[0]   not reached
   ◆ end      page fault: nothing is mapped here, SIGSEGV
*/
