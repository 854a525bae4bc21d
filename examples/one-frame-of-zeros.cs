#!/usr/bin/env dotnet
#:project ../simulation/LinuxMm.Figures/LinuxMm.Figures.csproj
// Title: How many frames do a hundred pages that were only read use?
// Description: Reading memory that was never written costs one frame, and the whole machine shares it.
// Group: Addresses and frames
// Order: 2
// ---
// The first *read* of a page finds the frame of zeros that all processes share. The first *write* finds one of its own.

using LinuxMm;

var machine = new Machine(KernelEras.C3);
var app = machine.CreateProcess("app");
var area = app.Mmap(100, "big");

for (var page = 0; page < 100; page++) app.Read(area.Start.Page(page), 1);
_ = Enumerable.Range(0, 100).Select(page => app.PfnAt(area.Start.Page(page))).Distinct().Count();  // => 1
_ = app.PfnAt(area.Start) == machine.Memory.ZeroPage.Pfn;  // => true

app.Write(area.Start, "x");
_ = app.PfnAt(area.Start) == machine.Memory.ZeroPage.Pfn;  // => false
