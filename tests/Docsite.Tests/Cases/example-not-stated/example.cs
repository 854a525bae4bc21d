// Title: Nothing is stated yet
// ---
using System;
using Docsite.Tests.Verification.Toys;
using static Docsite.Display.Stage;
Console.WriteLine("a");
Console.WriteLine("b /* c */");   // a comment behind the last line
Show(new Tower("a"));
