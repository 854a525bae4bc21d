using System.Globalization;

namespace Benchmarks;

/// <summary>What is promised; what is not named is not promised.</summary>
internal sealed record Bar
{
    /// <summary>Seconds from start to end, at most.</summary>
    public double? Wall { get; init; }

    /// <summary>Processor seconds, at most.</summary>
    public double? Cpu { get; init; }

    /// <summary>Memory of all processes together, at most.</summary>
    public double? Megabytes { get; init; }

    /// <summary>Whether a measurement is within all that is promised.</summary>
    public bool IsMetBy(double wall, double cpu, double megabytes) => wall <= (Wall ?? wall) && cpu <= (Cpu ?? cpu) && megabytes <= (Megabytes ?? megabytes);

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", ((string?[])[Text(Wall, "s"), Text(Cpu, "s cpu"), Text(Megabytes, "MB")]).OfType<string>());

    private static string? Text(double? number, string unit) => number is { } one ? string.Create(CultureInfo.InvariantCulture, $"{one} {unit}") : null;
}
