using System.Text.RegularExpressions;

namespace Docsite.Tests.Verification;

/// <summary>The parts of a block's lines, which are split at <c>|</c>: opening line, code, and the fences behind.</summary>
internal sealed partial class BlockParts
{
    private readonly string _opening;

    public BlockParts(string lines)
    {
        var all = lines.Split('|');
        var closing = Array.IndexOf(all, "```");
        _opening = all[0];
        Code = string.Join('|', all[1..closing]);
        Fences = string.Concat(all[(closing + 1)..].Select(line => "|" + line));
    }

    public string Code { get; }

    /// <summary>The lines behind the code, a <c>|</c> before each.</summary>
    public string Fences { get; }

    public int MarksBefore => Count(_opening);

    public int MarksInCode => Count(Code);

    public int MarksBehind => Count(Fences);

    /// <summary>Whether an example file can say it: what only a fence can say has no place there.</summary>
    public bool IsProgram => !_opening.Contains("fails=", StringComparison.Ordinal) && !_opening.Contains("fials", StringComparison.Ordinal) && !_opening.Contains("session=", StringComparison.Ordinal) && !EndsInValue;

    // A program has no value of its own; a stated one is dropped into a discard.
    private bool EndsInValue => !Code.EndsWith(';') && !Code.EndsWith('}') && !Code.Contains("//", StringComparison.Ordinal) && !Code.EndsWith(";»", StringComparison.Ordinal);

    /// <summary>The example file with this code.</summary>
    public string Program
    {
        get
        {
            var options = (_opening.StartsWith('«') ? _opening[1..^1] : _opening).Split(' ').Where(word => word.Contains('=', StringComparison.Ordinal))
                .Select(word => $"// {char.ToUpperInvariant(word[0])}{word[1..].Replace("=", ": ", StringComparison.Ordinal)}\n");
            List<string> lines = [.. Declarations, .. Code.Split('|').Select(line => StatedValue().Replace(line, "_ = $1;$2"))];
            // What concerns the whole block stands at its first line.
            if (_opening.StartsWith('«')) lines[0] = $"«{lines[0]}»";
            var fences = Fences.Replace("|```output", "|/* output", StringComparison.Ordinal).Replace("|```figure", "|/* figure", StringComparison.Ordinal)
                .Replace("«```output»", "«/* output»", StringComparison.Ordinal).Replace("«```figure»", "«/* figure»", StringComparison.Ordinal).Replace("```", "*/", StringComparison.Ordinal);
            return $"// Title: A fault\n{string.Concat(options)}// ---\n// Text.\n\n{string.Join('\n', lines)}\n{fences.Replace('|', '\n')}\n";
        }
    }

    // What a page's blocks are given, a program says itself.
    private IEnumerable<string> Declarations
    {
        get
        {
            if (Code.Contains("Show(", StringComparison.Ordinal)) yield return "using static Docsite.Display.Stage;";
            if (Code.Contains("Tower(", StringComparison.Ordinal)) yield return "using Docsite.Tests.Verification.Toys;";
            if (Code.Contains("era ", StringComparison.Ordinal)) yield return "var era = 1;";
        }
    }

    /// <summary>The opening line with more options.</summary>
    public string OpeningWith(string options) => _opening.EndsWith('»') && _opening.StartsWith('«') ? _opening[..^1] + options + "»" : _opening + options;

    [GeneratedRegex("^([^;]*[^; ])(  «?// =>)")]
    private static partial Regex StatedValue();

    private static int Count(string text) => text.Count(c => c == '«');
}
