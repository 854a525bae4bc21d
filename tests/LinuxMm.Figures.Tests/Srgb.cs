using System.Globalization;

namespace LinuxMm.Figures.Tests;

/// <summary>A colour of a style sheet.</summary>
internal readonly record struct Srgb(double R, double G, double B)
{
    public static Srgb Parse(string hex) => new(Channel(hex, 1), Channel(hex, 3), Channel(hex, 5));

    /// <summary>Contrast by WCAG 2.2, 1 to 21.</summary>
    public double Contrast(Srgb other)
    {
        var (a, b) = (Luminance, other.Luminance);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    public (double R, double G, double B) Linear => (ToLinear(R), ToLinear(G), ToLinear(B));

    public static Srgb FromLinear(double r, double g, double b) => new(FromLinear(r), FromLinear(g), FromLinear(b));

    private double Luminance => Linear is var (r, g, b) ? (0.2126 * r) + (0.7152 * g) + (0.0722 * b) : 0;

    private static double Channel(string hex, int at) => int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;

    private static double ToLinear(double c) => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);

    private static double FromLinear(double c) => Math.Clamp(c, 0, 1) is var v && v <= 0.0031308 ? v * 12.92 : (1.055 * Math.Pow(Math.Clamp(c, 0, 1), 1 / 2.4)) - 0.055;
}
