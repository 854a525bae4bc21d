#!/usr/bin/env dotnet
#:project ../simulation/LinuxMm.Figures/LinuxMm.Figures.csproj
// Title: How do two drivers share a buffer safely?
// Description: "By dma-buf: the last one who lets go frees it, in whatever order."
// Group: Video buffers
// Order: 26
// Claims: M1
// ---
// The exporter goes away while the camera works.

using LinuxMm;
using LinuxMm.Figures;
using static Docsite.Display.Stage;

var machine = new Machine(KernelEras.C3);
var screen = machine.CreateQueue(machine.AddDevice("screen"), new Vb2QueueOptions(Vb2Memops.DmaContig, 4096));
screen.Reqbufs(Vb2Memory.Mmap, 1);
var shared = screen.Expbuf(0).Value;
var camera = machine.CreateQueue(machine.AddDevice("camera"), new Vb2QueueOptions(Vb2Memops.DmaContig, 4096));
camera.Reqbufs(Vb2Memory.DmaBuf, 1);
camera.Qbuf(0, shared);
camera.StreamOn();
var story = new MemoryStory("The exporter goes first", machine);
story.Step("camera: VIDIOC_QBUF(dma-buf)");

shared.Put();
screen.Close();
story.Step("app: close, screen: close", "Both have let go; the camera has not.");
camera.Complete("IMG");
story.Step("camera: done");
camera.Close();
story.Step("camera: close", "Now it is free.");
_ = machine.Hazards.Count;  // => 0
Show(story);

/* figure
The exporter goes first

1. camera: VIDIOC_QBUF(dma-buf)
     frame 1            screen driver  ref 1  pin 0
     screen dma-buf     dma-buf
     screen dma-buf[0]  ──▶ 1  a page, with a reference
     screen             idle
     camera             idle

2. app: close, screen: close - Both have let go; the camera has not.
     frame 1            screen driver  ref 1  pin 0
     screen dma-buf     dma-buf
     screen dma-buf[0]  ──▶ 1  a page, with a reference
     screen             idle
     camera             idle

3. camera: done
   ◆ frame 1            screen driver  ref 1  pin 0  "IMG"  (was "")
     screen dma-buf     dma-buf
     screen dma-buf[0]  ──▶ 1  a page, with a reference
     screen             idle
   ◆ camera             ──▶ 1  DMA done  writes memory  (was idle)

4. camera: close - Now it is free.
   ◆ frame 1            free           ref 0  pin 0  "IMG"  (was screen driver, ref 1)
   ◆ screen dma-buf     gone  (was dma-buf)
   ◆ screen dma-buf[0]  gone  (was 1, a page, with a reference)
     screen             idle
     camera             ──▶ 1  DMA done  writes memory
*/
