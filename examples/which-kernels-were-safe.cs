#!/usr/bin/env dotnet
#:project ../simulation/LinuxMm.Figures/LinuxMm.Figures.csproj
// Title: Since when is the bug of the thread gone?
// Description: "Since Linux 6.1: before, some orders go wrong; after, none."
// Group: Every order
// Order: 31
// ---
// One small world, all its orders, kernel by kernel.

using LinuxMm;

foreach (var era in new[] { KernelEras.A0, KernelEras.A, KernelEras.B1, KernelEras.B2, KernelEras.C1, KernelEras.C2, KernelEras.C3 })
{
    var found = KnownRaces.FreeAfterFollowPfn.Explore(era);
    Console.WriteLine($"{era.Versions,-10} {found.Wrong} of {found.Schedules} orders go wrong");
}

/* output
4.3-5.7    4 of 30 orders go wrong
5.8-5.11   4 of 30 orders go wrong
5.12-5.16  4 of 30 orders go wrong
5.17-6.0   4 of 30 orders go wrong
6.1        0 of 30 orders go wrong
6.2-6.4    0 of 30 orders go wrong
6.5-7.3    0 of 30 orders go wrong
*/
