#!/usr/bin/env dotnet
#:project ../simulation/LinuxMm.Figures/LinuxMm.Figures.csproj
// Title: What if a kernel of 2022 had the strict test?
// Description: "Take an era and change one choice: it refuses the driver's RAM, and still numbers device memory."
// Group: Eras
// Order: 28
// Claims: M11
// ---
// A reconstruction of your own, in one line.

using LinuxMm;

var mine = KernelEras.B2 with { Name = "mine", FollowPfn = FollowPfnPolicy.OnlyWithoutStructPage };
foreach (var isRam in new[] { true, false })
{
    var machine = new Machine(mine);
    var gpu = machine.AddDriver("gpu");
    var app = machine.CreateProcess("app");
    var area = app.Mmap(1, "buffer", Sharing.Shared, of: gpu);
    gpu.RemapPfnRange(area, isRam ? gpu.AllocPages(1) : gpu.AddDeviceMemory(1));
    var frames = machine.CreateFrameVector("frames", 1);
    Console.WriteLine($"{(isRam ? "driver's RAM" : "device memory")}: {app.GetVaddrFrames(area.Start, 1, frames)}");
}

/* output
driver's RAM: -EFAULT
device memory: 1
*/
