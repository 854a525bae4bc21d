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

var machine = new Machine(KernelEras.B2);
var app = machine.CreateProcess("app");
var story = new MemoryStory("A page gets its frame", machine);

var letter = app.Mmap(1, "letter");
story.Step("mmap(letter)", "An address, and nothing behind it.");

app.Write(letter.Start, "dear");
story.Step("write(letter)", "The first write finds a frame for it.");

_ = app.Read(letter.Start, 4).Value;  // =>
Show(story);
