using System.Collections.Immutable;
using System.Globalization;

namespace LinuxMm.Figures;

/// <summary>One change of a count.</summary>
/// <param name="Label">Who did it and by which function.</param>
/// <param name="From">The count before.</param>
/// <param name="To">The count after.</param>
/// <param name="LeftOut">How many changes it stands for that are not drawn.</param>
internal sealed record RefCountRow(string Label, int From, int To, int LeftOut = 0)
{
    public const string Nothing = "The count never changes.";
    private const int MostRows = 20;
    private const int FirstRows = 10;
    private const int MostBlocks = 12;

    public bool IsLeftOut => LeftOut > 0;

    public int Pins => To / Page.PinBias;

    public int References => To % Page.PinBias;

    /// <summary>The blocks as characters.</summary>
    public string Blocks => IsLeftOut ? "" : To == 0 ? "free" : $"{Run("━━●", Pins)}{(Pins > 0 && References > 0 ? " " : "")}{Run("■", References)}";

    public string Count => IsLeftOut ? "" : string.Create(CultureInfo.InvariantCulture, $"ref {From} {(To > From ? "▲" : "▼")} {To}");

    public static ImmutableArray<RefCountRow> Of(Trace trace, Pfn pfn)
    {
        List<RefCountRow> rows = [.. trace.OfType<TraceEvent.RefCountChanged>().Where(step => step.Pfn == pfn && step.From != step.To).Select(step => new RefCountRow(CleanText.Of($"{step.Actor}: {step.Reason}"), step.From, step.To))];
        if (rows.Count <= MostRows) return [.. rows];
        var left = rows.Count - MostRows + 1;
        return [.. rows.Take(FirstRows), new(string.Create(CultureInfo.InvariantCulture, $"… {left} changes left out"), 0, 0, left), .. rows.Skip(FirstRows + left)];
    }

    /// <summary>So many blocks, or one with its number.</summary>
    public static (int Drawn, string More) Shown(int count) => count <= MostBlocks ? (count, "") : (1, string.Create(CultureInfo.InvariantCulture, $"× {count}"));

    private static string Run(string block, int count)
    {
        var (drawn, more) = Shown(count);
        return string.Concat(Enumerable.Repeat(block, drawn)) + (more.Length > 0 ? $" {more}" : "");
    }
}
