#:project ../towers/Towers.csproj
// Title: It does not compile
// ---

using System;

int unused;
#region part
Console.WriteLine(Missing);
#endregion
