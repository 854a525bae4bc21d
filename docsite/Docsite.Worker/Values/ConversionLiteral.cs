using System.Reflection;

namespace Docsite.Worker.Values;

/// <summary>Values of a type that a simpler literal converts to, e.g. a result that converts from its success and from its error.</summary>
internal static class ConversionLiteral
{
    /// <returns>The simpler literal, or nothing where none converts to an equal value.</returns>
    internal static string? Format(LiteralContext context, object value, Type target)
    {
        var type = value.GetType();
        if (type != target) return null;
        foreach (var conversion in type.GetMethods(BindingFlags.Public | BindingFlags.Static))
        {
            if (conversion.Name != "op_Implicit" || conversion.ReturnType != type) continue;
            var source = conversion.GetParameters()[0].ParameterType;
            if (!IsSimple(source)) continue;
            foreach (var candidate in Candidates(value, type, source))
            {
                if (!value.Equals(conversion.Invoke(null, [candidate]))) continue;
                if (LiteralFormatter.Format(context, candidate, source) is { } literal) return literal;
            }
        }
        return null;
    }

    private static bool IsSimple(Type type) => type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal);

    // What the value itself gives out in the source's type; a property that throws in this state gives nothing.
    private static IEnumerable<object> Candidates(object value, Type type, Type source)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if ((Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) != source) continue;
            if (property.GetIndexParameters().Length == 0 && Read(property, value) is { } candidate) yield return candidate;
        }
    }

    private static object? Read(PropertyInfo property, object value)
    {
        try
        {
            return property.GetValue(value);
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }
}
