// Title: In two eras
// Eras: A, C3
// ---

using System;

var era = 3;
_ = era;  // => A: 1; C3: 3
Console.WriteLine(era);

/* output
1
*/
/* output era=C3
3
*/
