using System;

/* output
inside
*/
Console.WriteLine("a");

/* output
a
*/

// behind

/* outpt
a
*/
/* figure */
