#!/usr/bin/env dotnet
#:project ../simulation/LinuxMm.Figures/LinuxMm.Figures.csproj
// Title: How do two calls reach the state that ought not to exist?
// Description: "Numbers, converted: page pointers that nobody holds."
// Group: Frame vectors
// Order: 19
// Claims: M13, M15
// ---
// `frame_vector_to_pages()` asks whether a `struct page` exists. It takes no reference.

using LinuxMm;
using LinuxMm.Figures;
using static Docsite.Display.Stage;

var machine = new Machine(KernelEras.B2);
var app = machine.CreateProcess("app");
var gpu = machine.AddDriver("gpu");
var mapped = app.Mmap(1, "buffer", Sharing.Shared, of: gpu);
gpu.RemapPfnRange(mapped, gpu.AllocPages(1));
var vector = machine.CreateFrameVector("vector", 1);

app.GetVaddrFrames(mapped.Start, 1, vector);
var flags = new FlagStory("Two calls", vector);
flags.Step("get_vaddr_frames()", "Numbers, nothing held.");
vector.ToPages();
flags.Step("frame_vector_to_pages()", "Pointers, nothing held.");
_ = (vector.GotRef, vector.IsPfns);  // => (false, false)
Show(flags);

/* figure
Two calls

1. get_vaddr_frames() - Numbers, nothing held.
     BarePfns  nr_frames 1  got_ref 0  is_pfns 1  numbers, nothing held

2. frame_vector_to_pages() - Pointers, nothing held.
   ◆ BarePfns ──▶ PagesWithoutReference  nr_frames 1  got_ref 0  is_pfns 0 (was 1)  page pointers, nothing held  (flags alike)
*/
