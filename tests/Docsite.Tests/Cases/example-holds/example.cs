#!/usr/bin/env dotnet
#:project ../towers/Towers.csproj
// Title: How high is a tower?
// Claims: M1
// ---
// A tower of 2<!--= tower.Height --> bricks is *two* high.
//
// - one
//   - nested
#:property PublishAot=false

using System;
using Docsite.Tests.Verification.Toys;
using static Docsite.Display.Stage;

var tower = new Tower("a", "b");
_ = tower.Height;  // => 2
#region shown
Console.WriteLine($"{tower.Height} high");
#endregion
Show(tower);
// throws nothing, the last comment of the code

/* output
2 high
*/

/* figure id=my-tower
Tower of 2

1. lay a
   [a]

2. lay b
   [b]
   [a]
*/
