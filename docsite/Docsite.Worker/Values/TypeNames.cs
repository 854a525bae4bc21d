using System.Runtime.CompilerServices;

namespace Docsite.Worker.Values;

/// <summary>Names of types as C# writes them where a block stands.</summary>
/// <param name="namespaces">Namespaces that the block imports.</param>
internal sealed class TypeNames(IEnumerable<string> namespaces)
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(char)] = "char",
        [typeof(decimal)] = "decimal",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(nint)] = "nint",
        [typeof(nuint)] = "nuint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(void)] = "void",
    };

    private readonly HashSet<string> _namespaces = new(namespaces, StringComparer.Ordinal);

    /// <summary>Without namespaces, for readers.</summary>
    internal static string Short(Type type) => Name(type, static _ => "");

    /// <summary>With namespaces; a type that a block declares has none.</summary>
    internal static string Full(Type type) => Name(type, static name => name.Namespace is { } space ? space + "." : "", useKeywords: false);

    /// <summary>As code in the block may name it, or nothing where it cannot.</summary>
    internal string? InCode(Type type) =>
        IsNameable(type) ? Name(type, name => name.Namespace is { } space && !_namespaces.Contains(space) ? space + "." : "") : null;

    internal static bool IsAnonymous(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && type.Name.Contains("AnonymousType", StringComparison.Ordinal);

    private static bool IsNameable(Type type)
    {
        if (type.HasElementType) return IsNameable(type.GetElementType()!);
        if (!type.GenericTypeArguments.All(IsNameable)) return false;
        for (var outer = type; outer is not null; outer = outer.DeclaringType)
        {
            if (IsSubmission(outer)) return true;
            if (outer.Name.Contains('<', StringComparison.Ordinal)) return false;
            if (!outer.IsPublic && !outer.IsNestedPublic && !IsInSubmission(outer)) return false;
        }
        return true;
    }

    private static bool IsSubmission(Type type) => type.Name.StartsWith("Submission#", StringComparison.Ordinal);

    private static bool IsInSubmission(Type type) =>
        type.DeclaringType is { } outer && (IsSubmission(outer) || IsInSubmission(outer));

    private static string Name(Type type, Func<Type, string> space, bool useKeywords = true)
    {
        if (useKeywords && Keywords.TryGetValue(type, out var keyword)) return keyword;
        if (type.IsArray)
        {
            // An array of arrays writes its outermost rank first.
            var element = type;
            var ranks = "";
            for (; element.IsArray; element = element.GetElementType()!) ranks += $"[{new string(',', element.GetArrayRank() - 1)}]";
            return Name(element, space, useKeywords) + ranks;
        }
        if (type.IsPointer) return Name(type.GetElementType()!, space, useKeywords) + "*";
        if (type.IsByRef) return "ref " + Name(type.GetElementType()!, space, useKeywords);
        if (type.IsGenericParameter) return type.Name;
        if (useKeywords && Nullable.GetUnderlyingType(type) is { } underlying) return Name(underlying, space, useKeywords) + "?";
        if (useKeywords && IsShortTuple(type)) return "(" + Arguments(type.GenericTypeArguments, space, useKeywords) + ")";
        if (IsAnonymous(type)) return "anonymous type";
        return Qualified(type, space, useKeywords);
    }

    private static bool IsShortTuple(Type type) =>
        type.IsConstructedGenericType && type.IsAssignableTo(typeof(ITuple)) && type.IsValueType && type.GenericTypeArguments.Length is > 1 and < 8;

    private static string Qualified(Type type, Func<Type, string> space, bool useKeywords)
    {
        var chain = new Stack<Type>();
        for (var outer = type; outer is not null && !IsSubmission(outer); outer = outer.DeclaringType) chain.Push(outer);
        var outermost = chain.TryPeek(out var first) ? first : type;
        var isTopLevel = outermost.DeclaringType is null;
        var text = isTopLevel ? space(outermost) : "";
        var used = 0;
        foreach (var part in chain)
        {
            if (!text.EndsWith('.') && text.Length > 0) text += ".";
            var tick = part.Name.IndexOf('`', StringComparison.Ordinal);
            text += tick < 0 ? part.Name : part.Name[..tick];
            var arity = part.GetGenericArguments().Length;
            var arguments = type.GetGenericArguments()[used..arity];
            if (arguments.Length > 0) text += "<" + Arguments(arguments, space, useKeywords) + ">";
            used = arity;
        }
        return text;
    }

    private static string Arguments(Type[] arguments, Func<Type, string> space, bool useKeywords) =>
        string.Join(", ", arguments.Select(argument => Name(argument, space, useKeywords)));
}
