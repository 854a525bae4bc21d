using System.Globalization;

namespace LinuxMm.Figures;

/// <summary>Frame numbers, pages and sizes as text: decimal while small, hexadecimal as in the kernel's log from 0x100 on.</summary>
internal static class FrameNumbers
{
    private const ulong FirstInHex = 0x100;

    /// <summary>One number, or a run of them: <c>7</c>, <c>7-43</c>.</summary>
    public static string Range(ulong pfn, int count) => count == 1 ? One(pfn) : $"{One(pfn)}-{One(pfn + (ulong)count - 1)}";

    /// <summary>Numbers in their order, runs drawn together: <c>7-8, 3</c>.</summary>
    public static string List(IEnumerable<ulong> pfns)
    {
        var runs = new List<(ulong Pfn, int Count)>();
        foreach (var pfn in pfns)
        {
            if (runs.Count > 0 && runs[^1].Pfn + (ulong)runs[^1].Count == pfn) runs[^1] = (runs[^1].Pfn, runs[^1].Count + 1);
            else runs.Add((pfn, 1));
        }

        return string.Join(", ", runs.Select(run => Range(run.Pfn, run.Count)));
    }

    /// <summary>The address of a page: <c>0x10000</c>.</summary>
    public static string Address(ulong page) => string.Create(CultureInfo.InvariantCulture, $"0x{page << 12:x}");

    /// <summary>How much memory that many pages are: <c>8 KiB</c>, <c>1.2 GiB</c>.</summary>
    public static string Size(ulong pages)
    {
        var (unit, name) = pages switch { < 1 << 8 => (1, "KiB"), < 1 << 18 => (1 << 10, "MiB"), < 1 << 28 => (1 << 20, "GiB"), _ => (1 << 30, "TiB") };
        return string.Create(CultureInfo.InvariantCulture, $"{4m * pages / unit:0.#} {name}");
    }

    private static string One(ulong pfn) =>
        pfn < FirstInHex ? pfn.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"0x{pfn:x}");
}
