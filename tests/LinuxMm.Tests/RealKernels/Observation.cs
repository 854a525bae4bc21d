using System.Text.Json;

namespace LinuxMm.Tests.RealKernels;

/// <summary>One line of real-kernels.jsonl.</summary>
internal sealed class Observation(JsonElement row)
{
    private static readonly IReadOnlyList<Observation> Rows =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "RealKernels", "real-kernels.jsonl")).Select(line => new Observation(JsonDocument.Parse(line).RootElement.Clone()))];

    public JsonElement Row { get; } = row;

    public string Case => Text("case");

    public string Boot => Text("boot");

    public string Consumer => Row.TryGetProperty("consumer", out var consumer) ? consumer.GetString()! : "scenario";

    /// <summary>5.10 or 6.1.</summary>
    public string Kernel => Text("kernel").StartsWith("5.10", StringComparison.Ordinal) ? "5.10" : "6.1";

    public bool IsMovable => Boot.EndsWith("movable", StringComparison.Ordinal);

    public static IEnumerable<Observation> Of(string consumer) => Rows.Where(row => row.Consumer == consumer);

    public static Observation Find(string consumer, string kernel, string boot, string name) =>
        Of(consumer).First(row => row.Kernel == kernel && row.Boot == boot && row.Case == name);

    public static string ErrnoOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => $"-{value.GetString()}",
        JsonValueKind.Object => ErrnoOf(value.GetProperty("ret")),
        _ => $"{value.GetInt64()}",
    };

    private string Text(string name) => Row.GetProperty(name).GetString()!;
}
