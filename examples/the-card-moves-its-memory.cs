#!/usr/bin/env dotnet
#:project ../simulation/LinuxMm.Figures/LinuxMm.Figures.csproj
// Title: What if a graphics card moves a buffer?
// Description: Whoever kept the number writes into another buffer; no rule about numbers can help.
// Group: Memory that nobody counts
// Order: 16
// Claims: M6
// ---
// The strictest reading of the mail's proposal (a reconstruction) still gives numbers of device memory.

using LinuxMm;
using LinuxMm.Figures;
using static Docsite.Display.Stage;

var machine = new Machine(KernelEras.LStrict);
var gpu = machine.AddDriver("gpu");
var app = machine.CreateProcess("app");
var vram = gpu.AddDeviceMemory(1);
var area = app.Mmap(1, "buffer", Sharing.Shared, of: gpu);
gpu.RemapPfnRange(area, vram);
var frames = machine.CreateFrameVector("frames", 1);
app.GetVaddrFrames(area.Start, 1, frames);
var camera = machine.AddDevice("camera");
camera.StartDma(frames, "IMG");
var story = new MemoryStory("Memory that moves", machine);
story.Step("camera: start", "A number of device memory.");

gpu.UnmapMappingRange();
gpu.ReuseDeviceMemory(vram, "gpu: another buffer");
story.Step("gpu: move", "The place belongs to another buffer. The camera is not told.");
camera.CompleteDma();
story.Step("camera: done", "The photo lands there.");
_ = machine.Hazards[0].Kind;  // => HazardKind.DmaIntoFreedFrame
Show(story);

/* figure
Memory that moves

1. camera: start - A number of device memory.
     app buffer   0x10000  1 page  rw-s IO PFNMAP
     app 0x10000  ──▶ 0x900  W S
     frame 0x900  gpu                  no struct page
     frames       frame_vector  got_ref 0  is_pfns 1
     frames[0]    ┄┄○ 0x900  a number
     camera       ╍╍▶ 0x900  DMA running  writes memory

2. gpu: move - The place belongs to another buffer. The camera is not told.
   ◆ app buffer   0x10000  1 page  rw-s IO PFNMAP
   ◆ app 0x10000  not present  (was 0x900, W S)
   ◆ frame 0x900  gpu: another buffer  no struct page  (was gpu)
     frames       frame_vector  got_ref 0  is_pfns 1
     frames[0]    ┄┄○ 0x900  a number
     camera       ╍╍▶ 0x900  DMA running  writes memory

3. camera: done - The photo lands there.
     app buffer   0x10000  1 page  rw-s IO PFNMAP
     app 0x10000  not present
   ◆ frame 0x900  gpu: another buffer  no struct page    "IMG"  (was "")
     frames       frame_vector  got_ref 0  is_pfns 1
     frames[0]    ┄┄○ 0x900  a number
   ◆ camera       ──▶ 0x900  DMA done     writes memory  (was DMA running)
   ◆ ✗ camera wrote into pfn 0x900, which belonged to gpu when the device was told, and belongs to gpu: another buffer now.
*/
