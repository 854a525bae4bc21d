#:project {repository}/tests/TeaHouse/TeaHouse.csproj
#:property PublishAot=false
// Title: How many cups does a kettle give?
// Description: Two, while it is hot.
// Group: Kettles
// Claims: T1
// Altitudes: Sea, Mountain
// ---
// A kettle at 80 degrees fills 2<!--= cups.Length --> cups, and [every kettle](xref:examples) is one.

using TeaHouse;
using static Docsite.Display.Stage;

var altitude = Altitude.Sea;
var kettle = new Kettle(altitude);
_ = kettle.Heat(90);  // => Sea: 100; Mountain: 90

#region pour
Cup[] cups = [kettle.Pour(), kettle.Pour()];
Console.WriteLine($"{cups.Length} cups of {cups[0].Temperature} degrees");
#endregion
Show(kettle);

/* output altitude=Sea
2 cups of 100 degrees
*/
/* output altitude=Mountain
2 cups of 90 degrees
*/
/* figure altitude=Sea
A kettle

1. now
   temperature 100
*/
/* figure altitude=Mountain
A kettle

1. now
   temperature 90
*/
