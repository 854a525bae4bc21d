using System.Collections.Immutable;
using System.Globalization;

namespace LinuxMm.Figures;

/// <summary>One side of a comparison.</summary>
/// <param name="Lines">Its code.</param>
/// <param name="Result">What it gave, or what it threw.</param>
internal sealed record CodeSide(ImmutableArray<string> Lines, string Result)
{
    public static CodeSide Run(Func<object?> code, string text) => new(LinesOf(text), ResultOf(code));

    private static string ResultOf(Func<object?> code)
    {
        try
        {
            return CleanText.Of(Convert.ToString(code(), CultureInfo.InvariantCulture) ?? "null");
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or KernelBugException)
        {
            return CleanText.Of($"throws {exception.GetType().Name}: {exception.Message}");
        }
    }

    /// <summary>The body of the lambda without its braces and without the indentation that all lines share.</summary>
    private static ImmutableArray<string> LinesOf(string text)
    {
        var arrow = text.IndexOf("=>", StringComparison.Ordinal);
        var body = (arrow < 0 ? text : text[(arrow + 2)..]).Trim();
        if (body.StartsWith('{') && body.EndsWith('}')) body = body[1..^1].Trim('\r', '\n', ' ');
        var lines = body.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0).ToList();
        var indent = lines.Skip(1).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        return [.. lines.Select((line, i) => i == 0 ? line.TrimStart() : line[indent..])];
    }
}
