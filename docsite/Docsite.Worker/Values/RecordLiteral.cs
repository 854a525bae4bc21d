using System.Reflection;

namespace Docsite.Worker.Values;

/// <summary>Values that a public constructor makes again from their own properties: positional records, value types.</summary>
internal static class RecordLiteral
{
    /// <returns><c>new Name(...)</c>, or nothing where no constructor gives an equal value.</returns>
    internal static string? Format(LiteralContext context, object value)
    {
        var type = value.GetType();
        if (TypeNames.IsAnonymous(type)) return Anonymous(context, value, type);
        if (context.Names.InCode(type) is not { } name) return null;
        if (WellKnown(value, name) is { } known) return known;
        foreach (var constructor in type.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length))
        {
            if (Arguments(constructor, value, type) is not { } arguments) continue;
            if (!value.Equals(constructor.Invoke([.. arguments]))) continue;
            var parts = constructor.GetParameters()
                .Select((parameter, i) => LiteralFormatter.Format(context, arguments[i], parameter.ParameterType)).ToList();
            if (!parts.Contains(null)) return $"new {name}({string.Join(", ", parts)})";
        }
        return type.IsValueType && value.Equals(Activator.CreateInstance(type)) ? $"default({name})" : null;
    }

    // Types whose constructors do not say what their properties say.
    private static string? WellKnown(object value, string name) => value switch
    {
        TimeSpan span => span == TimeSpan.Zero ? $"{name}.Zero" : $"new {name}({span.Ticks})",
        Guid guid => $"new {name}(\"{guid}\")",
        Uri uri => $"new {name}({PrimitiveLiteral.Format(uri.OriginalString, typeof(string))})",
        _ => null,
    };

    private static List<object?>? Arguments(ConstructorInfo constructor, object value, Type type)
    {
        var arguments = new List<object?>();
        foreach (var parameter in constructor.GetParameters())
        {
            var property = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).FirstOrDefault(candidate =>
                string.Equals(candidate.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
                && candidate.PropertyType == parameter.ParameterType && candidate.GetIndexParameters().Length == 0);
            if (property is null) return null;
            arguments.Add(property.GetValue(value));
        }
        return arguments.Count == 0 ? null : arguments;
    }

    private static string? Anonymous(LiteralContext context, object value, Type type)
    {
        var parts = new List<string>();
        foreach (var property in type.GetProperties())
        {
            // The literal decides the property's type, so it must be the value's own.
            var content = property.GetValue(value);
            if (content is null || LiteralFormatter.Format(context, content, typeof(object)) is not { } part) return null;
            parts.Add($"{property.Name} = {part}");
        }
        return $"new {{ {string.Join(", ", parts)} }}";
    }
}
