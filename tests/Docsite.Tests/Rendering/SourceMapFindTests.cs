using CsCheck;
using Docsite.Rendering;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Tests.Rendering;

/// <summary>The innermost stretch is found as by looking at all of them.</summary>
public sealed class SourceMapFindTests
{
    [Fact]
    public void FindsTheShortestStretchAroundAnOffsetAndOfEqualOnesTheFirst() => Gen.Int[0, 30].Array[0, 12].Sample(cuts =>
    {
        // Stretches as a renderer notes them: one is inside another or beside it, and the inner one comes first.
        var entries = new List<SourceMapEntry>();
        void Nest(int start, int end, int at)
        {
            if (end <= start) return;
            if (at < cuts.Length)
            {
                var middle = Math.Clamp(cuts[at], start, end);
                Nest(start, middle, at + 1);
                Nest(middle, end, at + 1);
            }
            entries.Add(new SourceMapEntry(start, end - start, new TextSpan(entries.Count, 0)));
        }
        Nest(0, 30, 0);
        var map = new SourceMap([.. entries]);
        for (var offset = -1; offset < 32; offset++)
        {
            var around = entries.Where(entry => entry.Start <= offset && offset < entry.Start + entry.Length).ToList();
            Assert.Equal(around.OrderBy(entry => entry.Length).ThenBy(entry => entry.Span.Start).FirstOrDefault(), map.Find(offset));
        }
    });
}
