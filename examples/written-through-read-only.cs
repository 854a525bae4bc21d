#!/usr/bin/env dotnet
#:project ../simulation/LinuxMm.Figures/LinuxMm.Figures.csproj
// Title: Can a camera write where the process may only read?
// Description: "With a looked-up number, yes: nobody asks for write permission."
// Group: Eras
// Order: 29
// Claims: M10
// Eras: B2, L-strict, C3
// ---
// Also in the strictest reading of the mail's proposal (L-strict, a reconstruction). A real kernel with that rule let it happen, too.

using LinuxMm;

var era = KernelEras.LStrict;
var machine = new Machine(era);
var card = machine.AddDriver("card");
var app = machine.CreateProcess("app");
var window = app.Mmap(1, "window", Sharing.Shared, Protection.Read, card);
card.RemapPfnRange(window, card.AddDeviceMemory(1));

var frames = machine.CreateFrameVector("frames", 1);
if (app.GetVaddrFrames(window.Start, 1, frames).IsSuccess)
{
    var camera = machine.AddDevice("camera");
    camera.StartDma(frames, "IMG");
    camera.CompleteDma();
}
_ = machine.Hazards.Count;  // => B2, L-strict: 1; C3: 0
