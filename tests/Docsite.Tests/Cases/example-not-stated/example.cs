// Title: Nothing is stated yet
// ---
using System;
Console.WriteLine("a");
Console.WriteLine("b /* c */");   // a comment behind the last line
Show(new Tower("a"));
