#!/usr/bin/env dotnet
#:project ../simulation/LinuxMm.Figures/LinuxMm.Figures.csproj
// Title: Can device memory be pinned?
// Description: No. There is no counter to put a pin on.
// Group: Memory that nobody counts
// Order: 15
// Claims: M6
// ---
// A window into a card: frame numbers, and no `struct page`.

using LinuxMm;

var machine = new Machine(KernelEras.C3);
var card = machine.AddDriver("card");
var app = machine.CreateProcess("app");
var window = app.Mmap(1, "window", Sharing.Shared, of: card);
card.RemapPfnRange(window, card.AddDeviceMemory(1));

_ = machine.Memory.PfnValid(app.PfnAt(window.Start)!.Value);  // => false
_ = app.PinUserPagesFast(window.Start, 1, FollFlags.Write, machine.CreatePageArray("pages", 1)).Errno;  // => Errno.EFAULT
