using System.Text.Json;

namespace LinuxMm.Tests.RealKernels;

public sealed class Videobuf2Observed
{
    public static TheoryData<string, string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string, string>();
        foreach (var consumer in new[] { "vb2-allocators", "vb2-capture", "vb2-output" })
        {
            foreach (var row in Observation.Of(consumer))
            {
                rows.Add(consumer, row.Kernel, row.Boot, row.Case);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Predicts(string consumer, string kernel, string boot, string range)
    {
        var row = Observation.Find(consumer, kernel, boot, range);
        if (consumer == "vb2-allocators")
        {
            Assert.Empty(row.Row.GetProperty("results").EnumerateObject()
                .SelectMany(rule => rule.Value.EnumerateObject().Select(result => Difference(row, rule.Name, result.Name, result.Value)))
                .OfType<string>());
        }
        else
        {
            AssertQueue(row, consumer == "vb2-capture" ? DmaDirection.FromDevice : DmaDirection.ToDevice);
        }
    }

    private static string? Difference(Observation row, string rule, string allocator, JsonElement expected)
    {
        var world = Build(row, ObservedKernel.Era(row.Kernel, rule), allocator == "vb2-dma-contig" && IsScattered(expected));
        var result = Memops(allocator).GetUserptr(Request(row, world, DmaDirection.FromDevice));
        var observed = Observation.ErrnoOf(expected);
        var predicted = result.IsSuccess ? "0" : $"{result}";
        return predicted == observed ? null : $"{rule} {allocator}: {predicted}, observed {observed}";
    }

    private static void AssertQueue(Observation row, DmaDirection direction)
    {
        var world = Build(row, ObservedKernel.Era(row.Kernel, "stock"), isScattered: false);
        var request = Request(row, world, direction);
        var queue = world.Machine.CreateQueue(request.Device, new Vb2QueueOptions(Vb2Memops.Vmalloc, row.Row.GetProperty("sizeimage").GetInt64(), direction));
        Assert.Equal(2, queue.Reqbufs(Vb2Memory.UserPtr, 2));
        var result = queue.Qbuf(0, request.Process, request.Address, request.SizeBytes);
        Assert.Equal(row.Row.GetProperty("errno").GetString(), result.IsSuccess ? "0" : $"{result}"[1..]);
        if (queue.HeldFor(0) is not { } held)
        {
            return;
        }

        Assert.Null(Counts.Difference(world.Machine, held.Vector, row.Row.GetProperty("queued")));
        queue.Close();
        Assert.Null(Counts.Difference(world.Machine, held.Vector, row.Row.GetProperty("released")));
    }

    private static RangeWorld Build(Observation row, KernelEra era, bool isScattered) =>
        ObservedRange.Build(era, row.Kernel, row.Case, row.IsMovable, isScattered);

    /// <summary>Where the frames lie is the running kernel's luck; the log says when they were not one range.</summary>
    private static bool IsScattered(JsonElement expected) =>
        expected.ValueKind == JsonValueKind.Object && expected.TryGetProperty("dmesg", out var log) && log.EnumerateArray().Any(line => line.GetString()!.StartsWith("contiguous mapping", StringComparison.Ordinal));

    private static Vb2UserPointer Request(Observation row, RangeWorld world, DmaDirection direction)
    {
        var length = Observation.Find("vb2-capture", row.Kernel, "plain", row.Case).Row.GetProperty("len").GetInt64();
        var start = row.Case == "bar_unaligned" ? world.Start + 64 : world.Start;
        return new Vb2UserPointer(world.Machine.AddDevice("camera"), world.App, start, length, direction);
    }

    private static Vb2Memops Memops(string allocator) => allocator switch
    {
        "vb2-dma-contig" => Vb2Memops.DmaContig,
        "vb2-dma-sg" => Vb2Memops.DmaSg,
        _ => Vb2Memops.Vmalloc,
    };
}
