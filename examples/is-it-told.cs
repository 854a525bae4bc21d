#!/usr/bin/env dotnet
#:project ../simulation/LinuxMm.Figures/LinuxMm.Figures.csproj
// Title: What does a notifier change?
// Description: The user of a number stops in time, in every order.
// Group: Every order
// Order: 30
// Claims: M10
// ---
// Two worlds from the list of known races: the same driver, deaf and listening.

using LinuxMm;

Console.WriteLine($"deaf:      {KnownRaces.NumberKeptAfterTheLock.Explore(KernelEras.C3)}");
Console.WriteLine($"listening: {KnownRaces.NumberKeptWithANotifier.Explore(KernelEras.C3)}");

/* output
deaf:      1 of 6 schedules go wrong
guest: look up
gpu driver: zap
gpu driver: free
guest: write
=> guest wrote into pfn 1, which belonged to gpu when the device was told, and is free now.
listening: safe in all 6 schedules
*/
