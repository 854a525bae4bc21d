#!/usr/bin/env dotnet
#:project ../simulation/LinuxMm.Figures/LinuxMm.Figures.csproj
// Title: Where does the picture go if the file is cut?
// Description: "Into a page that belongs to nobody: no harm, no picture."
// Group: References and pins
// Order: 12
// ---
// The pin keeps the frame out of the allocator, but not in the file.

using LinuxMm;
using LinuxMm.Figures;
using static Docsite.Display.Stage;

var machine = new Machine(KernelEras.C3);
var app = machine.CreateProcess("app");
var film = machine.CreateFile("film", MappedKind.Shmem, 1);
var area = app.Mmap(1, "film", Sharing.Shared, of: film);
var pages = machine.CreatePageArray("pages", 1);
app.PinUserPagesFast(area.Start, 1, FollFlags.Write | FollFlags.Longterm, pages);
var camera = machine.AddDevice("camera");
camera.StartDma(pages, "IMG");
var story = new MemoryStory("Cut while a device writes", machine);
story.Step("camera: start", "The file, the mapping and the pin hold it.");

film.Truncate(0);
story.Step("truncate", "Only the pin is left.");
camera.CompleteDma();
story.Step("camera: done", "Nobody will ever read this.");
_ = machine.Hazards[0].Kind;  // => HazardKind.DmaIntoTruncatedPage
Show(story);

/* figure
Cut while a device writes

1. camera: start - The file, the mapping and the pin hold it.
     app film     0x10000  1 page  rw-s shmem
     app 0x10000  ──▶ 1  W D
     frame 1      film      ref 1026  pin 1
     pages        pages[]
     pages[0]     ━━● 1  a page, pinned
     camera       ╍╍▶ 1  DMA running  writes memory

2. truncate - Only the pin is left.
     app film     0x10000  1 page  rw-s shmem
   ◆ app 0x10000  not present  (was 1, W D)
   ◆ frame 1      no owner  ref 1024  pin 1  (was film, ref 1026)
     pages        pages[]
     pages[0]     ━━● 1  a page, pinned
     camera       ╍╍▶ 1  DMA running  writes memory

3. camera: done - Nobody will ever read this.
     app film     0x10000  1 page  rw-s shmem
     app 0x10000  not present
   ◆ frame 1      no owner  ref 1024  pin 1  "IMG"  (was "")
     pages        pages[]
     pages[0]     ━━● 1  a page, pinned
   ◆ camera       ──▶ 1  DMA done     writes memory  (was DMA running)
   ◆ ✗ camera wrote into pfn 1, which was a page of film when the device was told, and is cut off: the data is lost.
*/
