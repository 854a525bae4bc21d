// Title: How high is a tower?
// ---
// A tower of 2<!--= tower.Height --> bricks.

using System;
using Docsite.Tests.Verification.Toys;
using static Docsite.Display.Stage;

var tower = new Tower("a", "b");
_ = tower.Height;  // => 2
var top = tower[1];  // => "b"
Console.WriteLine("one");
Console.WriteLine("two");
Console.WriteLine("three");
Show(tower);

/* output
one
two
three
*/
/* figure
Tower of 2

1. lay a
   [a]

2. lay b
   [b]
   [a]
*/
