using System.Text.Json;

namespace LinuxMm.Tests.RealKernels;

public sealed class GetVaddrFramesObserved
{
    public static TheoryData<string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var row in Observation.Of("get_vaddr_frames"))
        {
            rows.Add(row.Kernel, row.Boot, row.Case);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Predicts(string kernel, string boot, string range)
    {
        var row = Observation.Find("get_vaddr_frames", kernel, boot, range);
        var differences = row.Row.GetProperty("results").EnumerateObject().Select(result => Difference(row, result.Name, result.Value)).OfType<string>();
        Assert.Empty(differences);
    }

    private static string? Difference(Observation row, string ruleAndStart, JsonElement expected)
    {
        var rule = ruleAndStart.Split('@')[0];
        var isUnaligned = ruleAndStart.Contains('@', StringComparison.Ordinal);
        var world = ObservedRange.Build(ObservedKernel.Era(row.Kernel, rule), row.Kernel, row.Case, row.IsMovable);
        var (start, count) = isUnaligned ? (world.Start + 0x10, 4) : (world.Start, FrameCount(row));
        var errno = Observation.ErrnoOf(expected);
        if (count == 0)
        {
            // There is no vector of no frames to fill.
            var created = Vb2Memops.CreateFramevec(new Vb2UserPointer(world.Machine.AddDevice("camera"), world.App, start, 0));
            return $"{created}" == errno ? null : $"{ruleAndStart}: {created}, observed {errno}";
        }

        var vector = world.Machine.CreateFrameVector("frames", count);
        var result = world.App.GetVaddrFrames(start, count, vector);
        if ($"{result}" != errno)
        {
            return $"{ruleAndStart}: {result}, observed {errno}";
        }

        return result.IsSuccess ? Different(ruleAndStart, world.Machine, vector, expected) : null;
    }

    private static string? Different(string rule, Machine machine, FrameVector vector, JsonElement expected)
    {
        var flags = (vector.GotRef == true ? 1 : 0, vector.IsPfns == true ? 1 : 0);
        var observed = (expected.GetProperty("got_ref").GetInt32(), expected.GetProperty("is_pfns").GetInt32());
        if (flags != observed)
        {
            return $"{rule}: got_ref, is_pfns = {flags}, observed {observed}";
        }

        if (expected.TryGetProperty("frames", out var frames) && Counts.Difference(machine, vector, frames) is { } difference)
        {
            return $"{rule}: {difference}";
        }

        return expected.TryGetProperty("to_pages", out var toPages) && $"{vector.ToPages()}" != ToPages(toPages)
            ? $"{rule}: to_pages differs, observed {toPages}"
            : null;
    }

    private static string ToPages(JsonElement observed) => observed.ValueKind == JsonValueKind.String ? $"-{observed.GetString()}" : $"{observed.GetInt32()}";

    internal static int FrameCount(Observation row)
    {
        var length = Observation.Find("vb2-capture", row.Kernel, "plain", row.Case).Row.GetProperty("len").GetInt64();
        var offset = row.Case == "bar_unaligned" ? 64 : 0;
        return (int)((offset + length - 1) >> VirtualAddress.PageShift) + 1;
    }
}
