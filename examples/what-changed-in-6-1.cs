#!/usr/bin/env dotnet
#:project ../simulation/LinuxMm.Figures/LinuxMm.Figures.csproj
// Title: What changed between Linux 6.0 and 6.1?
// Description: The fallback to bare numbers went, and forced writes to huge pages.
// Group: Eras
// Order: 27
// ---
// An era is a set of named choices; two of them can be compared. The check for huge pages came to 6.1 with its stable series.

using LinuxMm;

foreach (var difference in KernelEras.Compare(KernelEras.B2, KernelEras.C1))
    Console.WriteLine(difference);

/* output
FrameVectors: pin first, fall back, keep the error of the pin -> pin only, by force, warning on failure
HugeTlbForce: MakesWritable -> Refused
*/
