using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Docsite.Worker.Values;

/// <summary>Writes a value as C# that, converted to the target's type, compiles back to an equal value.</summary>
internal static class LiteralFormatter
{
    private const int MostDepth = 16;

    /// <param name="value">The value.</param>
    /// <param name="target">The type that the literal is converted to.</param>
    /// <param name="names">How the block names types.</param>
    /// <returns>The literal, or nothing where there is no such form.</returns>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A property or an enumerator that throws means that there is no literal form.")]
    internal static string? Format(object? value, Type target, TypeNames names)
    {
        try
        {
            return Format(new LiteralContext(names, 0), value, target);
        }
        catch (Exception)
        {
            return null;
        }
    }

    internal static string? Format(LiteralContext context, object? value, Type target)
    {
        if (value is null) return "null";
        if (context.Depth == MostDepth) return null;
        var inner = context with { Depth = context.Depth + 1 };
        var wanted = Nullable.GetUnderlyingType(target) ?? target;
        return PrimitiveLiteral.Format(value, wanted)
            ?? value switch
            {
                Enum member => EnumLiteral.Format(member, context.Names),
                Type type => context.Names.InCode(type) is { } name ? $"typeof({name})" : null,
                ITuple tuple when wanted.IsValueType || wanted == typeof(object) => Tuple(inner, tuple, wanted),
                _ => ConversionLiteral.Format(inner, value, wanted)
                    ?? CollectionLiteral.Format(inner, value, wanted)
                    ?? RecordLiteral.Format(inner, value),
            };
    }

    private static string? Tuple(LiteralContext context, ITuple tuple, Type target)
    {
        // Behind the seventh element the type nests; the elements then take their own types.
        var types = target.GenericTypeArguments is { Length: > 1 and < 8 } arguments && arguments.Length == tuple.Length ? arguments : null;
        var parts = ValueText.Elements(tuple).Select((element, i) => Element(context, element, types?[i])).ToList();
        return parts.Contains(null) || parts.Count < 2 ? null : "(" + string.Join(", ", parts) + ")";
    }

    private static string? Element(LiteralContext context, object? element, Type? type) =>
        type is not null ? Format(context, element, type) : element is null ? null : Format(context, element, typeof(object));
}

/// <summary>Where a literal stands.</summary>
/// <param name="Names">How the block names types.</param>
/// <param name="Depth">How many literals it stands in.</param>
internal sealed record LiteralContext(TypeNames Names, int Depth);
