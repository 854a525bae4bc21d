#!/usr/bin/env dotnet
#:project ../simulation/LinuxMm.Figures/LinuxMm.Figures.csproj
// Title: Can a page in a raw mapping be pinned after all?
// Description: "If the mapping is private and was written: the copy is an ordinary page."
// Group: Memory that nobody counts
// Order: 17
// Claims: M12
// Eras: A, B2, C3
// ---
// The fast way of pinning looks at the entry, never at the mapping's flags. Before Linux 5.12 the flags decided.

using LinuxMm;

var era = KernelEras.B2;
var machine = new Machine(era);
var gpu = machine.AddDriver("gpu");
var app = machine.CreateProcess("app");
var area = app.Mmap(1, "private", Sharing.Private, of: gpu);
gpu.RemapPfnRange(area, gpu.AddDeviceMemory(1));
app.Write(area.Start, "copy");

var frames = machine.CreateFrameVector("frames", 1);
app.GetVaddrFrames(area.Start, 1, frames);
_ = frames.State;  // => A: FrameVectorState.BarePfns; B2, C3: FrameVectorState.PinnedPages
