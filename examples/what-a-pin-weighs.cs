#!/usr/bin/env dotnet
#:project ../simulation/LinuxMm.Figures/LinuxMm.Figures.csproj
// Title: What does a pin weigh?
// Description: 1024 in the one counter there is, so that it can be told from references.
// Group: References and pins
// Order: 8
// ---
// A second pin weighs as much. Two pins of one page, as two queued buffers at one address make them.

using LinuxMm;
using LinuxMm.Figures;
using static Docsite.Display.Stage;

var machine = new Machine(KernelEras.C3);
var app = machine.CreateProcess("app");
var heap = app.Mmap(1, "heap");
var first = machine.CreatePageArray("first", 1);
var second = machine.CreatePageArray("second", 1);
var story = new MemoryStory("Two pins", machine);

app.PinUserPagesFast(heap.Start, 1, FollFlags.Write, first);
story.Step("first pin", "1 for the mapping, 1024 for the pin.");
app.PinUserPagesFast(heap.Start, 1, FollFlags.Write, second);
story.Step("second pin", "Another 1024.");

_ = (first[0].RefCount, first[0].PinCount);  // => (2049, 2)
Show(story);

/* figure
Two pins

1. first pin - 1 for the mapping, 1024 for the pin.
     app heap     0x10000  1 page  rw-p anon
     app 0x10000  ──▶ 1  W D
     frame 1      app  ref 1025  pin 1
     first        pages[]
     first[0]     ━━● 1  a page, pinned
     second       pages[]
     second[0]    never written

2. second pin - Another 1024.
     app heap     0x10000  1 page  rw-p anon
     app 0x10000  ──▶ 1  W D
   ◆ frame 1      app  ref 2049  pin 2  (was ref 1025, pin 1)
     first        pages[]
     first[0]     ━━● 1  a page, pinned
     second       pages[]
   ◆ second[0]    ━━● 1  a page, pinned  (was never written)
*/
