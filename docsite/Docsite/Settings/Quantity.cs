using System.Buffers;
using System.Globalization;

namespace Docsite.Settings;

/// <summary>Numbers with a unit, as settings write them.</summary>
internal static class Quantity
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    /// <summary>Reads <c>500ms</c>, <c>5s</c>, <c>2m</c>; the number may have a fraction and must be above 0.</summary>
    public static bool TryDuration(string text, out TimeSpan duration)
    {
        duration = default;
        if (!TrySplit(text, out var number, out var unit)) return false;
        double? milliseconds = unit switch { "ms" => number, "s" => number * 1000, "m" => number * 60_000, _ => null };
        if (milliseconds is not (>= 1 and <= int.MaxValue)) return false;
        duration = TimeSpan.FromMilliseconds(milliseconds.Value);
        return true;
    }

    /// <summary>Reads <c>512 MiB</c>, <c>1 GiB</c>, <c>64 KiB</c>, and the decimal units <c>KB</c>, <c>MB</c>, <c>GB</c>.</summary>
    public static bool TrySize(string text, out long bytes)
    {
        bytes = 0;
        if (!TrySplit(text, out var number, out var unit)) return false;
        long? size = unit switch
        {
            "KiB" => 1L << 10,
            "MiB" => 1L << 20,
            "GiB" => 1L << 30,
            "KB" => 1_000,
            "MB" => 1_000_000,
            "GB" => 1_000_000_000,
            _ => null,
        };
        if (size is null || number * size.Value is not (>= 1 and <= 1L << 50)) return false;
        bytes = (long)(number * size.Value);
        return true;
    }

    private static bool TrySplit(string text, out double number, out string unit)
    {
        var digits = text.AsSpan().TrimEnd().IndexOfAnyExcept(NumberCharacters);
        (number, unit) = (0, "");
        if (digits <= 0) return false;
        unit = text[digits..].Trim();
        return double.TryParse(text.AsSpan(0, digits), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }
}
