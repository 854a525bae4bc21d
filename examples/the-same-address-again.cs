#!/usr/bin/env dotnet
#:project ../simulation/LinuxMm.Figures/LinuxMm.Figures.csproj
// Title: What if something else is mapped at a buffer's address?
// Description: videobuf2 keeps the old frames for the same address and length; the picture goes there.
// Group: Video buffers
// Order: 24
// ---
// Nobody is harmed: the old frames are still pinned. But the application waits in vain.

using LinuxMm;

var machine = new Machine(KernelEras.C3);
var app = machine.CreateProcess("app");
var queue = machine.CreateQueue(machine.AddDevice("camera"), new Vb2QueueOptions(Vb2Memops.DmaSg, 4096));
queue.Reqbufs(Vb2Memory.UserPtr, 1);
var first = app.Mmap(1, "first");
queue.Qbuf(0, app, first.Start, 4096);
queue.StreamOn();
queue.Complete("one");
queue.Dqbuf();

app.Munmap(first);
var second = app.Mmap(new MmapRequest(1) { Name = "second", At = first.Start });
app.Write(second.Start, "mine");
queue.Qbuf(0, app, second.Start, 4096);
queue.Complete("two");
_ = app.Read(second.Start, 4).Value;  // => "mine"
_ = machine.Hazards.Count;  // => 0
