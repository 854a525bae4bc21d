using System.Text.Json;

namespace LinuxMm.Tests.RealKernels;

public sealed class GupObserved
{
    private const int MostPages = 16;

    public static TheoryData<string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var row in Observation.Of("gup"))
        {
            rows.Add(row.Kernel, row.Boot, row.Case);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Predicts(string kernel, string boot, string range)
    {
        var row = Observation.Find("gup", kernel, boot, range);
        var differences = row.Row.GetProperty("results").EnumerateObject()
            .SelectMany(function => function.Value.EnumerateObject().Select(result => Difference(row, function.Name, result.Name, result.Value)))
            .OfType<string>();
        Assert.Empty(differences);
    }

    private static string? Difference(Observation row, string function, string letters, JsonElement expected)
    {
        var world = ObservedRange.Build(ObservedKernel.Era(row.Kernel), row.Kernel, row.Case, row.IsMovable);
        var count = Math.Min(MostPages, GetVaddrFramesObserved.FrameCount(row));
        var pages = world.Machine.CreatePageArray("pages", Math.Max(1, count));
        var result = Call(row.Kernel, world.App, function)(world.Start, count, Flags(letters), pages);
        var errno = Observation.ErrnoOf(expected);
        if ($"{result}" != errno)
        {
            return $"{function} {letters}: {result}, observed {errno}";
        }

        if (!result.IsSuccess || count == 0 || !expected.TryGetProperty("pages_ref_map", out var counts))
        {
            return null;
        }

        var differences = counts.EnumerateArray().Select((page, index) => Counts.Difference(world.Machine, pages, index, page[0].GetInt32(), page[1].GetInt32()));
        return differences.OfType<string>().FirstOrDefault() is { } difference ? $"{function} {letters}: {difference}" : null;
    }

    /// <summary>6.1 has no pin_user_pages_locked any more; its rows are of pin_user_pages.</summary>
    private static Func<VirtualAddress, int, FollFlags, PageArray, KernelResult<int>> Call(string kernel, MemoryDescriptor app, string function) => function switch
    {
        "pin_user_pages_fast" => app.PinUserPagesFast,
        "get_user_pages_fast" => app.GetUserPagesFast,
        "pin_user_pages_locked" when kernel == "5.10" => app.PinUserPagesLocked,
        "pin_user_pages_locked" => app.PinUserPages,
        _ => throw new ArgumentException($"No function {function}.", nameof(function)),
    };

    private static FollFlags Flags(string letters) =>
        (letters.Contains('W', StringComparison.Ordinal) ? FollFlags.Write : FollFlags.None)
        | (letters.Contains('F', StringComparison.Ordinal) ? FollFlags.Force : FollFlags.None)
        | (letters.Contains('L', StringComparison.Ordinal) ? FollFlags.Longterm : FollFlags.None);
}
