// Title: How high is a tower?
// ---
// A tower of 3<!--= tower.Height --> bricks.

using System;
using Docsite.Tests.Verification.Toys;
using static Docsite.Display.Stage;

var tower = new Tower("a", "b");
_ = tower.Height;  // => 1
var top = tower[1];  // =>
Console.WriteLine("one");
Console.WriteLine("two");
Console.WriteLine("three");
Show(tower);

/* output
one
2
three
four
*/
/* figure
Tower of 2

1. lay a
   [a]

2. lay b
   [c]
   [a]
*/
