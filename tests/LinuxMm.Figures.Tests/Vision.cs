namespace LinuxMm.Figures.Tests;

/// <summary>How people see colours.</summary>
public enum Vision
{
    Normal,
    Protanopia,
    Deuteranopia,
    Tritanopia,
}

/// <summary>Simulates missing cones with the matrices of Machado, Oliveira and Fernandes (2009), severity 1, on linear light.</summary>
internal static class Visions
{
    private static readonly Dictionary<Vision, double[,]> Matrices = new()
    {
        [Vision.Protanopia] = new[,] { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
        [Vision.Deuteranopia] = new[,] { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
        [Vision.Tritanopia] = new[,] { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
    };

    public static Srgb Seen(this Srgb colour, Vision vision)
    {
        if (!Matrices.TryGetValue(vision, out var m)) return colour;
        var (r, g, b) = colour.Linear;
        return Srgb.FromLinear(Row(0), Row(1), Row(2));

        double Row(int i) => (m[i, 0] * r) + (m[i, 1] * g) + (m[i, 2] * b);
    }
}
