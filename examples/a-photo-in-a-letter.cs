#!/usr/bin/env dotnet
#:project ../simulation/LinuxMm.Figures/LinuxMm.Figures.csproj
// Title: How does a photo get into a letter?
// Description: "The bug of the thread, in one program: look up, free, reuse, write."
// Group: Video buffers
// Order: 25
// Claims: M3, M4
// Eras: B2, C3
// ---
// A buffer of a graphics driver, given to a camera by address, on Linux 5.17 to 6.0 (B2) and since 6.5 (C3).

using LinuxMm;
using LinuxMm.Figures;
using static Docsite.Display.Stage;

var era = KernelEras.B2;
var machine = new Machine(era);
var gpu = machine.AddDriver("gpu");
var app = machine.CreateProcess("app");
var buffer = gpu.AllocPages(1);
var area = app.Mmap(1, "buffer", Sharing.Shared, of: gpu);
gpu.RemapPfnRange(area, buffer);
var camera = machine.AddDevice("camera");
var taken = Vb2Memops.DmaContig.GetUserptr(new Vb2UserPointer(camera, app, area.Start, 4096));
if (taken.IsSuccess) camera.StartDma(taken.Value, "IMG");
var story = new MemoryStory("A photo in a letter", machine);
story.Step("app: VIDIOC_QBUF", taken.IsSuccess ? "A page pointer that nobody holds." : $"Refused: {taken}.");

app.Munmap(area);
gpu.FreePages(buffer);
var writer = machine.CreateProcess("writer");
var letter = writer.Mmap(1, "letter");
writer.Write(letter.Start, "dear");
story.Step("gpu: free, writer: write", "The frame is somebody else's.");

if (taken.IsSuccess) camera.CompleteDma();
story.Step("camera: done", taken.IsSuccess ? "The photo arrives." : "There is no photo.");
_ = writer.Read(letter.Start, 4).Value;  // => B2: "IMGr"; C3: "dear"
Show(story);

/* figure era=B2
A photo in a letter

1. app: VIDIOC_QBUF - A page pointer that nobody holds.
     app buffer        0x10000  1 page  rw-s IO PFNMAP
     app 0x10000       ──▶ 1  W S
     frame 1           gpu     ref 1  pin 0
     camera frames     frame_vector  got_ref 0  is_pfns 0
     camera frames[0]  ┄┄○ 1  a page pointer, no reference
     camera            ╍╍▶ 1  DMA running  writes memory

2. gpu: free, writer: write - The frame is somebody else's.
   ◆ app buffer        unmapped  (was 0x10000, 1 page, rw-s IO PFNMAP)
   ◆ app 0x10000       gone  (was 1, W S)
   ◆ writer letter     0x10000  1 page  rw-p anon
   ◆ writer 0x10000    ──▶ 1  W D
   ◆ frame 1           writer  ref 1  pin 0  "dear"  (was gpu, "")
     camera frames     frame_vector  got_ref 0  is_pfns 0
     camera frames[0]  ┄┄○ 1  a page pointer, no reference
     camera            ╍╍▶ 1  DMA running  writes memory

3. camera: done - The photo arrives.
     writer letter     0x10000  1 page  rw-p anon
     writer 0x10000    ──▶ 1  W D
   ◆ frame 1           writer  ref 1  pin 0  "IMGr"  (was "dear")
     camera frames     frame_vector  got_ref 0  is_pfns 0
     camera frames[0]  ┄┄○ 1  a page pointer, no reference
   ◆ camera            ──▶ 1  DMA done     writes memory  (was DMA running)
   ◆ ✗ camera wrote into pfn 1, which belonged to gpu when the device was told, and belongs to writer now.
*/
/* figure era=C3
A photo in a letter

1. app: VIDIOC_QBUF - Refused: -EFAULT.
     app buffer      0x10000  1 page  rw-s IO PFNMAP
     app 0x10000     ──▶ 1  W S
     frame 1         gpu     ref 1  pin 0
     camera          idle

2. gpu: free, writer: write - The frame is somebody else's.
   ◆ app buffer      unmapped  (was 0x10000, 1 page, rw-s IO PFNMAP)
   ◆ app 0x10000     gone  (was 1, W S)
   ◆ writer letter   0x10000  1 page  rw-p anon
   ◆ writer 0x10000  ──▶ 1  W D
   ◆ frame 1         writer  ref 1  pin 0  "dear"  (was gpu, "")
     camera          idle

3. camera: done - There is no photo.
     writer letter   0x10000  1 page  rw-p anon
     writer 0x10000  ──▶ 1  W D
     frame 1         writer  ref 1  pin 0  "dear"
     camera          idle
*/
