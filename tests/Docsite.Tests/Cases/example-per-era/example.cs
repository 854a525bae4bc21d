// Title: In two eras
// Eras: A, C3
// ---

using System;

var era = 3;
_ = era;  // => A: 1; C3: 4
Console.WriteLine(era);

/* output
1
*/
