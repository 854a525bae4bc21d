// Title: Windows
// ---
// Text.

using System;

Console.WriteLine("a");
throw new InvalidOperationException();

/* output
b
*/
