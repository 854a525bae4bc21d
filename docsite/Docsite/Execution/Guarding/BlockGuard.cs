using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Docsite.Execution.Guarding;

/// <summary>
/// Reads the metadata of a compiled block before it runs: what a block refers to of the framework must be allowed. The site's own
/// assemblies may do as they please.
/// </summary>
/// <param name="framework">Names of the framework's assemblies.</param>
/// <param name="allowed">What the settings allow beyond: namespaces, types, members, <c>DllImport</c> and <c>Finalize</c>.</param>
internal sealed class BlockGuard(IEnumerable<string> framework, ImmutableArray<string> allowed)
{
    /// <summary>What the settings call methods of native libraries.</summary>
    internal const string NativeMethods = "DllImport";

    /// <summary>What the settings call finalizers.</summary>
    internal const string Finalizers = "Finalize";

    private readonly HashSet<string> _framework = new(framework, StringComparer.OrdinalIgnoreCase);

    /// <summary>What a block uses and may not, each once.</summary>
    internal ImmutableArray<Refusal> Check(byte[] assembly)
    {
        using var file = new PEReader(ImmutableArray.Create(assembly));
        var reader = file.GetMetadataReader();
        return [.. Types(reader).Concat(Members(reader)).Concat(Methods(reader)).Where(one => !IsAllowed(one)).Distinct()];
    }

    private IEnumerable<Refusal> Types(MetadataReader reader) =>
        from handle in reader.TypeReferences
        where IsOfFramework(reader, handle)
        let name = Name(reader, handle)
        where !GuardedFramework.IsTypeAllowed(name.Space, name.Type)
        select new Refusal($"{name.Space}.{name.Type}", name.Type, null);

    private IEnumerable<Refusal> Members(MetadataReader reader) =>
        from handle in reader.MemberReferences
        let member = reader.GetMemberReference(handle)
        where member.Parent.Kind == HandleKind.TypeReference && IsOfFramework(reader, (TypeReferenceHandle)member.Parent)
        let type = Name(reader, (TypeReferenceHandle)member.Parent)
        let name = reader.GetString(member.Name)
        where !GuardedFramework.IsMemberAllowed($"{type.Space}.{type.Type}", name)
        select new Refusal($"{type.Space}.{type.Type}.{name}", type.Type, name[(name.IndexOf('_', StringComparison.Ordinal) + 1)..]);

    private static IEnumerable<Refusal> Methods(MetadataReader reader) =>
        from handle in reader.MethodDefinitions
        let method = reader.GetMethodDefinition(handle)
        let name = reader.GetString(method.Name)
        let isNative = method.Attributes.HasFlag(MethodAttributes.PinvokeImpl)
        where isNative || (name == Finalizers && method.Attributes.HasFlag(MethodAttributes.Virtual) && method.GetParameters().Count == 0)
        select isNative ? new Refusal(NativeMethods, null, name) : new Refusal(Finalizers, null, reader.GetString(reader.GetTypeDefinition(method.GetDeclaringType()).Name));

    private bool IsAllowed(Refusal refusal) =>
        allowed.Any(one => refusal.Name == one || refusal.Name.StartsWith(one + ".", StringComparison.Ordinal));

    private bool IsOfFramework(MetadataReader reader, TypeReferenceHandle handle) =>
        Outermost(reader, handle).ResolutionScope is { Kind: HandleKind.AssemblyReference } scope
        && _framework.Contains(reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name));

    private static (string Space, string Type) Name(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = Outermost(reader, handle);
        return (reader.GetString(type.Namespace), reader.GetString(type.Name).Split('`')[0]);
    }

    private static TypeReference Outermost(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        while (type.ResolutionScope.Kind == HandleKind.TypeReference) type = reader.GetTypeReference((TypeReferenceHandle)type.ResolutionScope);
        return type;
    }
}

/// <summary>Something that a block uses and may not.</summary>
/// <param name="Name">What the settings would allow it by.</param>
/// <param name="Type">The type's name; nothing for what the block declares itself.</param>
/// <param name="Member">The member's name; nothing where the whole type is refused.</param>
internal sealed record Refusal(string Name, string? Type, string? Member);
