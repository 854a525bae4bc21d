#!/usr/bin/env dotnet
#:project ../simulation/LinuxMm.Figures/LinuxMm.Figures.csproj
// Title: Does put_vaddr_frames release what was converted?
// Description: "Yes: it looks at got_ref, and turns numbers back into pages first if it must."
// Group: Frame vectors
// Order: 20
// Claims: M15
// ---
// Pinned pages, converted to numbers, released as numbers.

using LinuxMm;
using LinuxMm.Figures;
using static Docsite.Display.Stage;

var machine = new Machine(KernelEras.C3);
var app = machine.CreateProcess("app");
var heap = app.Mmap(1, "heap");
var vector = machine.CreateFrameVector("vector", 1);
app.GetVaddrFrames(heap.Start, 1, vector);
var page = vector.PageAt(0);
var flags = new FlagStory("Released as numbers", vector);
flags.Step("get_vaddr_frames()");
vector.ToPfns();
flags.Step("frame_vector_to_pfns()", "Both flags: numbers of pages that are held.");
vector.PutVaddrFrames();
flags.Step("put_vaddr_frames()", "The pins are gone.");
_ = page.RefCount;  // => 1
Show(flags);

/* figure
Released as numbers

1. get_vaddr_frames()
     PinnedPages  nr_frames 1  got_ref 1  is_pfns 0  page pointers, each with a pin

2. frame_vector_to_pfns() - Both flags: numbers of pages that are held.
   ◆ PinnedPages ──▶ PfnsWithReference  nr_frames 1  got_ref 1  is_pfns 1 (was 0)  numbers of pinned pages  (flags alike)

3. put_vaddr_frames() - The pins are gone.
   ◆ PfnsWithReference ──▶ Empty  nr_frames 0 (was 1)  got_ref 0 (was 1)  is_pfns 0 (was 1)  no frames
*/
