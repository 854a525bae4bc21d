#!/usr/bin/env dotnet
#:project ../simulation/LinuxMm.Figures/LinuxMm.Figures.csproj
// Title: What if only a part can be had?
// Description: The call is content with a part; videobuf2 gives the part back and says EFAULT.
// Group: Frame vectors
// Order: 21
// Claims: M14
// ---
// Three pages asked for, two mapped.

using LinuxMm;

var machine = new Machine(KernelEras.C3);
var app = machine.CreateProcess("app");
var area = app.Mmap(2, "buffer");
var frames = machine.CreateFrameVector("frames", 3);
_ = app.GetVaddrFrames(area.Start, 3, frames).Value;  // => 2
_ = app.PageAt(area.Start)!.PinCount;  // => 1
frames.PutVaddrFrames();

var request = new Vb2UserPointer(machine.AddDevice("camera"), app, area.Start, 3 * 4096);
_ = Vb2Memops.CreateFramevec(request).Errno;  // => Errno.EFAULT
_ = app.PageAt(area.Start)!.PinCount;  // => 0
