namespace LinuxMm.Figures.Tests;

/// <summary>CIEDE2000, after Sharma, Wu and Dalal (2005).</summary>
internal static class ColourDistance
{
    private static readonly double TwentyFiveToTheSeventh = Math.Pow(25, 7);

    public static double Between(Srgb first, Srgb second) => Between(Lab(first), Lab(second));

    public static double Between((double L, double A, double B) x, (double L, double A, double B) y)
    {
        var meanChroma = (Math.Sqrt((x.A * x.A) + (x.B * x.B)) + Math.Sqrt((y.A * y.A) + (y.B * y.B))) / 2;
        var g = 0.5 * (1 - Math.Sqrt(Math.Pow(meanChroma, 7) / (Math.Pow(meanChroma, 7) + TwentyFiveToTheSeventh)));
        var (a1, a2) = (x.A * (1 + g), y.A * (1 + g));
        var (c1, c2) = (Math.Sqrt((a1 * a1) + (x.B * x.B)), Math.Sqrt((a2 * a2) + (y.B * y.B)));
        var (h1, h2) = (Hue(a1, x.B), Hue(a2, y.B));
        var isGrey = c1 * c2 == 0;
        var dh = isGrey ? 0 : (h2 - h1) switch { > 180 => h2 - h1 - 360, < -180 => h2 - h1 + 360, var d => d };
        var deltaH = 2 * Math.Sqrt(c1 * c2) * Sin(dh / 2);
        var (meanL, meanC) = ((x.L + y.L) / 2, (c1 + c2) / 2);
        var meanH = isGrey ? h1 + h2 : Math.Abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
        return Weighted(y.L - x.L, c2 - c1, deltaH, (meanL, meanC, meanH));
    }

    private static double Weighted(double deltaL, double deltaC, double deltaH, (double L, double C, double H) mean)
    {
        var t = 1 - (0.17 * Cos(mean.H - 30)) + (0.24 * Cos(2 * mean.H)) + (0.32 * Cos((3 * mean.H) + 6)) - (0.20 * Cos((4 * mean.H) - 63));
        var theta = 30 * Math.Exp(-Math.Pow((mean.H - 275) / 25, 2));
        var rc = 2 * Math.Sqrt(Math.Pow(mean.C, 7) / (Math.Pow(mean.C, 7) + TwentyFiveToTheSeventh));
        var fromMiddle = (mean.L - 50) * (mean.L - 50);
        var l = deltaL / (1 + (0.015 * fromMiddle / Math.Sqrt(20 + fromMiddle)));
        var c = deltaC / (1 + (0.045 * mean.C));
        var h = deltaH / (1 + (0.015 * mean.C * t));
        return Math.Sqrt((l * l) + (c * c) + (h * h) - (Sin(2 * theta) * rc * c * h));
    }

    private static (double L, double A, double B) Lab(Srgb colour)
    {
        var (r, g, b) = colour.Linear;
        var x = F(((0.4124564 * r) + (0.3575761 * g) + (0.1804375 * b)) / 0.95047);
        var y = F((0.2126729 * r) + (0.7151522 * g) + (0.0721750 * b));
        var z = F(((0.0193339 * r) + (0.1191920 * g) + (0.9503041 * b)) / 1.08883);
        return ((116 * y) - 16, 500 * (x - y), 200 * (y - z));
    }

    private static double F(double t) => t > 216.0 / 24389 ? Math.Cbrt(t) : ((24389.0 / 27 * t) + 16) / 116;

    private static double Hue(double a, double b) => a == 0 && b == 0 ? 0 : ((Math.Atan2(b, a) * 180 / Math.PI) + 360) % 360;

    private static double Sin(double degrees) => Math.Sin(degrees * Math.PI / 180);

    private static double Cos(double degrees) => Math.Cos(degrees * Math.PI / 180);
}
