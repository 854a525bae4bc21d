#!/usr/bin/env dotnet
#:project ../simulation/LinuxMm.Figures/LinuxMm.Figures.csproj
// Title: Where may a long pin stay?
// Description: "Not in memory that somebody wants to move: the page is moved out first."
// Group: References and pins
// Order: 11
// ---
// `FOLL_LONGTERM` says that user space decides how long. For ZONE_MOVABLE this is so since Linux 5.13.

using LinuxMm;

var machine = new Machine(KernelEras.C3);
var app = machine.CreateProcess("app");
var area = app.Mmap(new MmapRequest(2) { Name = "buffer", Zone = Zone.Movable });
app.Touch(area);

var shortly = machine.CreatePageArray("shortly", 1);
app.PinUserPagesFast(area.Start, 1, FollFlags.Write, shortly);
_ = shortly[0].Zone;  // => Zone.Movable

var forLong = machine.CreatePageArray("for long", 1);
app.PinUserPagesFast(area.Start.Page(1), 1, FollFlags.Write | FollFlags.Longterm, forLong);
_ = forLong[0].Zone;  // => Zone.Normal
_ = machine.MigratePage(shortly[0].Pfn).Errno;  // => Errno.EAGAIN
