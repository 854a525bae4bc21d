#!/usr/bin/env dotnet
#:project ../simulation/LinuxMm.Figures/LinuxMm.Figures.csproj
// Title: Does a page survive its process?
// Description: Yes, for as long as somebody holds a reference.
// Group: References and pins
// Order: 7
// ---
// `get_user_pages()` takes a plain reference.

using LinuxMm;

var machine = new Machine(KernelEras.C3);
var app = machine.CreateProcess("app");
var heap = app.Mmap(1, "heap");
var pages = machine.CreatePageArray("pages", 1);
app.GetUserPages(heap.Start, 1, FollFlags.Write, pages);
var page = pages[0];
_ = page.RefCount;  // => 2

app.Exit();
_ = (page.RefCount, page.IsFree);  // => (1, false)
pages.UnpinUserPages();
_ = (page.RefCount, page.IsFree);  // => (0, true)
