using System.Collections;
using System.Runtime.CompilerServices;

namespace Docsite.Worker.Values;

/// <summary>Sequences as collection expressions, dictionaries as initialisers.</summary>
internal static class CollectionLiteral
{
    internal static string? Format(LiteralContext context, object value, Type target)
    {
        if (value is IDictionary dictionary) return Dictionary(context, dictionary, target);
        if (value is not IEnumerable sequence || value.GetType() is { IsArray: true } array && array.GetArrayRank() > 1) return null;
        if (Element(target) is { } element && IsBuilt(target)) return Elements(context, sequence, element) is { } parts ? $"[{parts}]" : null;
        // Where the target says nothing about the elements, an array of their type is spelled out.
        if (target != typeof(object) || value.GetType() is not { IsArray: true } own) return null;
        if (context.Names.InCode(own.GetElementType()!) is not { } name) return null;
        return Elements(context, sequence, own.GetElementType()!) is { } items ? $"new {name}[] {{ {items} }}" : null;
    }

    private static string? Elements(LiteralContext context, IEnumerable sequence, Type element)
    {
        var parts = new List<string>();
        foreach (var item in sequence)
        {
            if (parts.Count == ValueText.MostElements || LiteralFormatter.Format(context, item, element) is not { } part) return null;
            parts.Add(part);
        }
        return string.Join(", ", parts);
    }

    private static Type? Element(Type target) =>
        target.IsArray
            ? target.GetElementType()
            : target.GetInterfaces().Append(target)
                .FirstOrDefault(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IEnumerable<>))
                ?.GenericTypeArguments[0];

    // Whether a collection expression can make the target.
    private static bool IsBuilt(Type target)
    {
        if (target.IsArray || target.IsDefined(typeof(CollectionBuilderAttribute), inherit: false)) return true;
        if (target.IsInterface)
        {
            var definition = target.IsGenericType ? target.GetGenericTypeDefinition() : target;
            return definition == typeof(IEnumerable<>) || definition == typeof(IReadOnlyCollection<>) || definition == typeof(IReadOnlyList<>)
                || definition == typeof(ICollection<>) || definition == typeof(IList<>);
        }
        return target.GetConstructor(Type.EmptyTypes) is not null && target.GetMethods().Any(method => method.Name == "Add" && method.GetParameters().Length == 1);
    }

    private static string? Dictionary(LiteralContext context, IDictionary dictionary, Type target)
    {
        var own = dictionary.GetType();
        if (own.GenericTypeArguments is not [var key, var value] || own.GetConstructor(Type.EmptyTypes) is null) return null;
        var parts = new List<string>();
        foreach (DictionaryEntry entry in dictionary)
        {
            if (parts.Count == ValueText.MostElements) return null;
            var (left, right) = (LiteralFormatter.Format(context, entry.Key, key), LiteralFormatter.Format(context, entry.Value, value));
            if (left is null || right is null) return null;
            parts.Add($"[{left}] = {right}");
        }
        var name = target == own ? "" : context.Names.InCode(own);
        if (name is null) return null;
        var start = name.Length == 0 ? "new()" : $"new {name}";
        return parts.Count == 0 ? (name.Length == 0 ? start : start + "()") : $"{start} {{ {string.Join(", ", parts)} }}";
    }
}
