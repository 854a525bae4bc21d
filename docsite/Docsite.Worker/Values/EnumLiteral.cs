using System.Globalization;

namespace Docsite.Worker.Values;

/// <summary>Members of enumerations, flags joined by <c>|</c>.</summary>
internal static class EnumLiteral
{
    internal static string? Format(Enum member, TypeNames names)
    {
        var type = member.GetType();
        if (names.InCode(type) is not { } name) return null;
        var text = member.ToString();
        if (char.IsAsciiDigit(text[0]) || text[0] == '-')
        {
            var number = Convert.ChangeType(member, Enum.GetUnderlyingType(type), CultureInfo.InvariantCulture);
            return text[0] == '-' ? $"({name})({number})" : $"({name}){text}";
        }
        return string.Join(" | ", text.Split(", ").Select(part => $"{name}.{part}"));
    }
}
