using System.Text.Json;

namespace LinuxMm.Tests.RealKernels;

/// <summary>One line of real-kernels.jsonl.</summary>
internal sealed class Observation(JsonElement row)
{
    private static readonly IReadOnlyList<Observation> Rows =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "RealKernels", "real-kernels.jsonl")).Select(line => new Observation(JsonDocument.Parse(line).RootElement.Clone()))];

    private static readonly ILookup<(string Consumer, string Kernel, string Boot, string Case), Observation> ByName =
        Rows.ToLookup(row => (row.Consumer, row.Kernel, row.Boot, row.Case));

    public JsonElement Row { get; } = row;

    public string Case { get; } = row.GetProperty("case").GetString()!;

    public string Boot { get; } = row.GetProperty("boot").GetString()!;

    public string Consumer { get; } = row.TryGetProperty("consumer", out var consumer) ? consumer.GetString()! : "scenario";

    /// <summary>5.10 or 6.1.</summary>
    public string Kernel { get; } = row.GetProperty("kernel").GetString()!.StartsWith("5.10", StringComparison.Ordinal) ? "5.10" : "6.1";

    public bool IsMovable => Boot.EndsWith("movable", StringComparison.Ordinal);

    public static IEnumerable<Observation> Of(string consumer) => Rows.Where(row => row.Consumer == consumer && !IsLeftOut(row.Case));

    public static Observation Find(string consumer, string kernel, string boot, string name) =>
        ByName[(consumer, kernel, boot, name)].First();

    /// <summary>Where the model is broken hundreds of times, rows of hundreds of frames would take nine tenths of the time. KernelFacts have such ranges too.</summary>
#if MUTATION
    private static bool IsLeftOut(string range) => range.StartsWith("thp", StringComparison.Ordinal) || range.StartsWith("hugetlb_whole", StringComparison.Ordinal) || range == "len_4g_minus_page";
#else
    private static bool IsLeftOut(string range) => range.Length == 0;
#endif

    public static string ErrnoOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => $"-{value.GetString()}",
        JsonValueKind.Object => ErrnoOf(value.GetProperty("ret")),
        _ => $"{value.GetInt64()}",
    };
}
