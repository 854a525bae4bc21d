#!/usr/bin/env dotnet
#:project ../simulation/LinuxMm.Figures/LinuxMm.Figures.csproj
// Title: What does touching memory cost?
// Description: An address costs nothing until it is written to; then it costs a frame.
// Group: Addresses and frames
// Order: 1
// ---
// `mmap` hands out addresses. A frame is found for a page when it is first touched.

using LinuxMm;
using LinuxMm.Figures;
using static Docsite.Display.Stage;

var machine = new Machine(KernelEras.C3);
var app = machine.CreateProcess("app");
var story = new MemoryStory("A page gets its frame", machine);

var letter = app.Mmap(1, "letter");
story.Step("mmap(letter)", "An address, and nothing behind it.");

app.Write(letter.Start, "dear");
story.Step("write(letter)", "The first write finds a frame for it.");

_ = app.Read(letter.Start, 4).Value;  // => "dear"
Show(story);

/* figure
A page gets its frame

1. mmap(letter) - An address, and nothing behind it.
     app letter   0x10000  1 page  rw-p anon
     app 0x10000  not present
     frame 1      free  ref 0  pin 0

2. write(letter) - The first write finds a frame for it.
     app letter   0x10000  1 page  rw-p anon
   ◆ app 0x10000  ──▶ 1  W D  (was not present)
   ◆ frame 1      app   ref 1  pin 0  "dear"  (was free, ref 0, "")
*/
