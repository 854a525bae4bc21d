using System.Globalization;
using Docsite.Display;

namespace TeaHouse;

/// <summary>A kettle full of water.</summary>
/// <param name="altitude">Where it stands.</param>
[Recipe("The Book of Tea", Page = 12)]
public sealed class Kettle(Altitude altitude) : IShowable
{
    /// <summary>The water's temperature in degrees Celsius.</summary>
    public int Temperature { get; private set; } = 20;

    /// <summary>Heats the water, never above its boiling point.</summary>
    /// <param name="degrees">By how much.</param>
    /// <returns>The new temperature.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int Heat(int degrees)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(degrees);
        return Temperature = Math.Min(Temperature + degrees, altitude.BoilingPoint);
    }

    /// <summary>Pours a cup.</summary>
    /// <exception cref="InvalidOperationException">The water is too cold for tea.</exception>
    [Recipe("The Book of Tea", Page = 40)]
    [Recipe("Cups and Bowls")]
    public Cup Pour() => Temperature >= 80
        ? new Cup(Temperature)
        : throw new InvalidOperationException($"{Temperature} degrees make no tea.");

    /// <summary>Draws how hot it is.</summary>
    /// <param name="id">The picture's id on its page.</param>
    public Picture Draw(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var label = Temperature.ToString(CultureInfo.InvariantCulture);
        var svg = $"<svg role=\"img\" aria-labelledby=\"{id}-s1-title\" viewBox=\"0 0 120 30\"><title id=\"{id}-s1-title\">{label} degrees</title>"
            + $"<rect x=\"0\" y=\"0\" width=\"{label}\" height=\"30\"/></svg>";
        return new Picture("A kettle", [new PictureStep("now", "", $"temperature {label}", svg, $"<p>{label} degrees</p>")]);
    }
}
