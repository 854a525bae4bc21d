using System.Reflection;

namespace Docsite.Worker.Sharing;

/// <summary>The static fields of an assembly that change during a run, and the types with an initializer.</summary>
internal sealed record StaticFields(IReadOnlyList<FieldInfo> Fields, IReadOnlyList<Type> Types)
{
    private const BindingFlags Declared = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <returns>All of them; nothing where there are others than can be listed, or such that are initialized at a certain moment.</returns>
    internal static StaticFields? Of(Assembly assembly)
    {
        try
        {
            if (HasModuleInitializer(assembly)) return null;
            List<FieldInfo> fields = [];
            List<Type> initialized = [];
            foreach (var type in assembly.GetTypes().Where(type => !IsCache(type)))
            {
                var own = Of(type);
                if (!IsListed(type, own)) return null;
                fields.AddRange(own);
                if (type.TypeInitializer is not null) initialized.Add(type);
            }
            return new StaticFields(fields, initialized);
        }
        catch (Exception unreadable) when (unreadable is ReflectionTypeLoadException or ArgumentException or IOException or TypeLoadException or BadImageFormatException)
        {
            // What it refers to may be missing; the block that needs that is to see it.
            return null;
        }
    }

    private static FieldInfo[] Of(Type type) => [.. type.GetFields(Declared).Where(field => !field.IsLiteral)];

    // The compiler's names cannot be written in C#: what it keeps in such types are delegates without a state and constant data.
    private static bool IsCache(Type type) =>
        type.Name.StartsWith("<>", StringComparison.Ordinal) || type.Name == "<PrivateImplementationDetails>" || type.FullName == ExecutedMembers.TypeName;

    // The fields of a generic type are those of all the types made from it. A static constructor runs at a moment that a program can rely on;
    // without one, the runtime may initialize the fields whenever it likes.
    private static bool IsListed(Type type, FieldInfo[] fields) =>
        (type.TypeInitializer is null || type.Attributes.HasFlag(TypeAttributes.BeforeFieldInit))
        && (fields.Length == 0 || !type.ContainsGenericParameters)
        && !Array.Exists(fields, field => field.FieldType.IsPointer || field.FieldType.IsFunctionPointer || field.IsDefined(typeof(ThreadStaticAttribute)));

    // What runs when a module is loaded belongs to no type, and stands before the methods of the types.
    private static bool HasModuleInitializer(Assembly assembly)
    {
        const int FirstMethod = 0x06000001;
        return assembly.ManifestModule.ResolveMethod(FirstMethod) is { DeclaringType: null };
    }
}
