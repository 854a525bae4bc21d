using Docsite.Protocol;

namespace Docsite.Worker.Values;

/// <summary>Writes a value down for the page.</summary>
internal static class ValueReports
{
    /// <param name="value">The value.</param>
    /// <param name="type">The type that the expression has in the block.</param>
    /// <param name="names">How the block names types.</param>
    internal static ValueReport Of(object? value, Type type, TypeNames names) =>
        new(LiteralFormatter.Format(value, type, names), ValueText.Of(value), TypeName(value, type));

    /// <summary>The type of a value as C# writes it.</summary>
    internal static string TypeName(object? value, Type type) => TypeNames.Short(Shown(value, type));

    private static Type Shown(object? value, Type type)
    {
        if (value is null || Nullable.GetUnderlyingType(type) is not null) return type;
        var actual = value.GetType();
        // A type that the compiler makes for an iterator has no name that anybody wrote.
        return (actual.IsPublic || actual.IsNestedPublic) && !actual.Name.StartsWith('<') ? actual : type;
    }
}
