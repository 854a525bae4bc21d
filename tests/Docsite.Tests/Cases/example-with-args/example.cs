// Title: Called with no words
// Eras: A, C3
// ---

using System;

var era = 3;
_ = era + args.Length;  // => A: 1; C3: 3
Console.WriteLine(string.Join(' ', args) + args.Length);
foreach (var word in args) Console.WriteLine(word);

/* output
0
*/
