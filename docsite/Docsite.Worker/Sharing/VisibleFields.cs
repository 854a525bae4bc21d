using System.Reflection;
using System.Runtime.Loader;

namespace Docsite.Worker.Sharing;

/// <summary>The fields in which a type keeps all of its state.</summary>
internal static class VisibleFields
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    // Nobody can change one of these; what they note for themselves does not show.
    private static readonly HashSet<string> Constant = new(StringComparer.Ordinal)
    {
        "System.Reflection.MemberInfo", "System.Reflection.Assembly", "System.Reflection.Module", "System.Version", "System.Uri", "System.StringComparer",
        "System.Text.CompositeFormat", "System.Text.RegularExpressions.Regex", "System.Xml.Linq.XName", "System.Xml.Linq.XNamespace",
    };

    private static readonly Dictionary<Type, FieldInfo[]?> Known = [];

    /// <returns>The fields; nothing where the type may keep something elsewhere: in native memory, in the runtime, in a file.</returns>
    internal static FieldInfo[]? Of(Type type)
    {
        if (Known.TryGetValue(type, out var known)) return known;
        return Known[type] = Find(type);
    }

    private static FieldInfo[]? Find(Type type)
    {
        List<FieldInfo> fields = [];
        for (var one = type; one is not null; one = one.BaseType)
        {
            if (IsOfFramework(one))
            {
                if (IsConstant(one)) break;
                if (!IsPlain(one)) return null;
            }
            fields.AddRange(one.GetFields(Declared));
        }
        return [.. fields];
    }

    private static bool IsOfFramework(Type type) => AssemblyLoadContext.GetLoadContext(type.Assembly) == AssemblyLoadContext.Default;

    private static bool IsConstant(Type type)
    {
        for (var one = type; one is not null; one = one.BaseType)
        {
            if (Constant.Contains(one.FullName ?? "")) return true;
        }
        return false;
    }

    // Numbers that stand for addresses are plain to nobody.
    private static bool IsPlain(Type type) =>
        type != typeof(nint) && type != typeof(nuint)
        && (type.IsValueType || type == typeof(object) || type == typeof(ValueType) || type == typeof(Enum)
            || type.Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) == true
            || type.FullName?.StartsWith("System.Tuple`", StringComparison.Ordinal) == true);
}
