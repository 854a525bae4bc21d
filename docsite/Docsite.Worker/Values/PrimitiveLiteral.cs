using System.Globalization;
using System.Text;

namespace Docsite.Worker.Values;

/// <summary>Numbers, truth values, characters and strings.</summary>
internal static class PrimitiveLiteral
{
    /// <returns>The literal, or nothing where the value is no primitive.</returns>
    internal static string? Format(object value, Type target)
    {
        var isExact = value.GetType() == target;
        return value switch
        {
            bool truth => truth ? "true" : "false",
            string text => Quoted(text),
            char character => $"'{Escaped(character, '\'')}'",
            int number => Text(number),
            uint number => isExact ? Text(number) : Text(number) + "U",
            long number => isExact ? Text(number) : Text(number) + "L",
            ulong number => isExact ? Text(number) : Text(number) + "UL",
            byte number => Narrow(number, "byte", isExact),
            sbyte number => Narrow(number, "sbyte", isExact),
            short number => Narrow(number, "short", isExact),
            ushort number => Narrow(number, "ushort", isExact),
            nint number => Native(number, "nint", isExact, number is >= int.MinValue and <= int.MaxValue),
            nuint number => Native(number, "nuint", isExact, number <= uint.MaxValue),
            float number => Single(number),
            double number => Double(number),
            decimal number => Text(number) + "m",
            _ => null,
        };
    }

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    private static string Narrow(IFormattable number, string type, bool isExact) =>
        isExact ? Text(number) : Cast(number, type);

    private static string Cast(IFormattable number, string type)
    {
        var text = Text(number);
        return text[0] == '-' ? $"({type})({text})" : $"({type}){text}";
    }

    private static string? Native(IFormattable number, string type, bool isExact, bool isConstant) =>
        !isConstant ? null : Narrow(number, type, isExact);

    private static string Double(double number)
    {
        if (double.IsNaN(number)) return "double.NaN";
        if (double.IsInfinity(number)) return number > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }

    private static string Single(float number)
    {
        if (float.IsNaN(number)) return "float.NaN";
        if (float.IsInfinity(number)) return number > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity";
        return number.ToString("R", CultureInfo.InvariantCulture) + "f";
    }

    private static string Quoted(string text)
    {
        var literal = new StringBuilder("\"");
        for (var i = 0; i < text.Length; i++)
        {
            // A character of two units is one that a reader sees, unless it shows nothing.
            if (Rune.TryGetRuneAt(text, i, out var rune) && !rune.IsBmp && !IsInvisible(Rune.GetUnicodeCategory(rune))) _ = literal.Append(text, i++, 2);
            else _ = literal.Append(Escaped(text[i], '"'));
        }
        return literal.Append('"').ToString();
    }

    private static string Escaped(char character, char quote) => character switch
    {
        '\\' => @"\\",
        '\0' => @"\0",
        '\a' => @"\a",
        '\b' => @"\b",
        '\f' => @"\f",
        '\n' => @"\n",
        '\r' => @"\r",
        '\t' => @"\t",
        '\v' => @"\v",
        _ when character == quote => "\\" + quote,
        _ when character != ' ' && IsInvisible(char.GetUnicodeCategory(character)) => $"\\u{(int)character:x4}",
        _ => character.ToString(),
    };

    private static bool IsInvisible(UnicodeCategory category) => category
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate;
}
