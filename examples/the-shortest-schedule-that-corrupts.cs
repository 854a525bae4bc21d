#!/usr/bin/env dotnet
#:project ../simulation/LinuxMm.Figures/LinuxMm.Figures.csproj
// Title: What is the shortest order that goes wrong?
// Description: Four steps of two actors, found by trying every order.
// Group: Every order
// Order: 32
// Claims: M2
// ---
// Camera and graphics driver each keep their own order. What is printed is the shortest beginning after which the camera has written where it may not.

using LinuxMm;

var scenario = new Scenario(world =>
{
    var gpu = world.Machine.AddDriver("gpu");
    var buffer = gpu.AllocPages(1);
    var app = world.Machine.CreateProcess("app");
    var area = app.Mmap(1, "buffer", Sharing.Shared, of: gpu);
    gpu.RemapPfnRange(area, buffer);
    var camera = world.Machine.AddDevice("camera");
    var frames = world.Machine.CreateFrameVector("frames", 1);
    void Start() { if (app.GetVaddrFrames(area.Start, 1, frames).IsSuccess) camera.StartDma(frames, "IMG"); }
    void Finish() { if (camera.State == DeviceState.Running) camera.CompleteDma(); }
    world.Actor("camera", ("look up and start", Start), ("finish", Finish));
    world.Actor("gpu", ("zap", gpu.UnmapMappingRange), ("free", () => gpu.FreePages(buffer)));
});
_ = InterleavingExplorer.Explore(scenario, KernelEras.C3).IsSafe;  // => true
Console.WriteLine(InterleavingExplorer.Explore(scenario, KernelEras.B2));

/* output
1 of 6 schedules go wrong
camera: look up and start
gpu: zap
gpu: free
camera: finish
=> camera wrote into pfn 1, which belonged to gpu when the device was told, and is free now.
*/
