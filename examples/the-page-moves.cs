#!/usr/bin/env dotnet
#:project ../simulation/LinuxMm.Figures/LinuxMm.Figures.csproj
// Title: What happens to a number when the page moves?
// Description: The page table is changed with it; a copied number is not.
// Group: Addresses and frames
// Order: 5
// ---
// The kernel tidies up memory by moving pages. Whoever goes through the page table notices nothing.

using LinuxMm;
using LinuxMm.Figures;
using static Docsite.Display.Stage;

var machine = new Machine(KernelEras.C3);
var app = machine.CreateProcess("app");
var heap = app.Mmap(1, "heap");
app.Write(heap.Start, "dear");
var number = app.PfnAt(heap.Start)!.Value;
var story = new MemoryStory("A page moves", machine);
story.Remember("number", number).Step("before", "The number is true.");

machine.MigratePage(number);
story.Step("migrate", "The entry follows. The number stays behind.");

_ = app.Read(heap.Start, 4).Value;  // => "dear"
_ = app.PfnAt(heap.Start) == number;  // => false
Show(story);

/* figure
A page moves

1. before - The number is true.
     app heap     0x10000  1 page  rw-p anon
     app 0x10000  ──▶ 1  W D
     frame 1      app   ref 1  pin 0  "dear"
     frame 2      free  ref 0  pin 0
     number       a variable
     number[0]    ┄┄○ 1  a number

2. migrate - The entry follows. The number stays behind.
     app heap     0x10000  1 page  rw-p anon
   ◆ app 0x10000  ──▶ 2  W D  (was 1)
   ◆ frame 1      free  ref 0  pin 0  "dear"  (was app, ref 1)
   ◆ frame 2      app   ref 1  pin 0  "dear"  (was free, ref 0, "")
     number       a variable
     number[0]    ┄┄○ 1  a number
*/
