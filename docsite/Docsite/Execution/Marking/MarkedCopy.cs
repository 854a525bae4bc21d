using System.Collections.Immutable;
using Docsite.Caching;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Docsite.Execution.Marking;

/// <summary>A copy of an assembly that notes which of its public members run.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Members">Documentation ids by number.</param>
internal sealed record MarkedCopy(string Path, ImmutableArray<string> Members)
{
    /// <summary>Extension of the list of members beside a copy.</summary>
    internal const string ListExtension = ".members";

    /// <summary>The file that lists the members; where it is, the copy is whole.</summary>
    internal string List => System.IO.Path.ChangeExtension(Path, ListExtension);

    /// <summary>The copy of an assembly, made once for each of its builds.</summary>
    /// <param name="assembly">Path of the assembly.</param>
    /// <param name="folder">Where copies lie.</param>
    /// <param name="prefix">What the name of a copy's own folder starts with.</param>
    internal static MarkedCopy Of(string assembly, string folder, string prefix)
    {
        var home = System.IO.Path.Combine(folder, $"{prefix}{EnvironmentIdentity.IdOf(assembly)}-{typeof(MarkedCopy).Module.ModuleVersionId:N}");
        var copy = System.IO.Path.Combine(home, System.IO.Path.GetFileName(assembly));
        var list = System.IO.Path.ChangeExtension(copy, ListExtension);
        // The list is written last: where it is, the copy is whole.
        if (File.Exists(list)) return new MarkedCopy(copy, [.. File.ReadAllLines(list)]);
        _ = Directory.CreateDirectory(home);
        var unfinished = System.IO.Path.Combine(home, System.IO.Path.GetRandomFileName());
        try
        {
            var members = Write(assembly, unfinished);
            File.Move(unfinished, copy, overwrite: true);
            File.WriteAllLines(unfinished, members);
            File.Move(unfinished, list, overwrite: true);
            return new MarkedCopy(copy, members);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static ImmutableArray<string> Write(string assembly, string copy)
    {
        using var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(System.IO.Path.GetDirectoryName(assembly));
        using var module = ModuleDefinition.ReadModule(assembly, new ReaderParameters { AssemblyResolver = resolver });
        var methods = module.GetTypes().Where(IsVisible).SelectMany(type => type.Methods).Where(method => method.HasBody && IsVisible(method)).ToList();
        var ids = methods.ToDictionary(method => method, IdOf);
        ImmutableArray<string> members = [.. ids.Values.Distinct().Order(StringComparer.Ordinal)];
        var marks = AddMarks(module, members.Length);
        foreach (var method in methods) Mark(method, marks, members.BinarySearch(ids[method], StringComparer.Ordinal));
        module.Write(copy);
        return members;
    }

    private static FieldDefinition AddMarks(ModuleDefinition module, int count)
    {
        const TypeAttributes Static = TypeAttributes.NotPublic | TypeAttributes.Abstract | TypeAttributes.Sealed | TypeAttributes.BeforeFieldInit;
        const MethodAttributes Initializer = MethodAttributes.Private | MethodAttributes.Static
            | MethodAttributes.SpecialName | MethodAttributes.RTSpecialName | MethodAttributes.HideBySig;
        var type = new TypeDefinition("Docsite", "Executed", Static, module.TypeSystem.Object);
        var marks = new FieldDefinition("Marks", FieldAttributes.Public | FieldAttributes.Static | FieldAttributes.InitOnly, new ArrayType(module.TypeSystem.Byte));
        var initializer = new MethodDefinition(".cctor", Initializer, module.TypeSystem.Void);
        var code = initializer.Body.GetILProcessor();
        code.Emit(OpCodes.Ldc_I4, count);
        code.Emit(OpCodes.Newarr, module.TypeSystem.Byte);
        code.Emit(OpCodes.Stsfld, marks);
        code.Emit(OpCodes.Ret);
        type.Fields.Add(marks);
        type.Methods.Add(initializer);
        module.Types.Add(type);
        return marks;
    }

    // Jumps lead to the instruction that was the first, so a loop does not count again, and a handler keeps its range.
    private static void Mark(MethodDefinition method, FieldDefinition marks, int number)
    {
        var code = method.Body.GetILProcessor();
        var first = method.Body.Instructions[0];
        code.InsertBefore(first, code.Create(OpCodes.Ldsfld, marks));
        code.InsertBefore(first, code.Create(OpCodes.Ldc_I4, number));
        code.InsertBefore(first, code.Create(OpCodes.Ldc_I4_1));
        code.InsertBefore(first, code.Create(OpCodes.Stelem_I1));
    }

    // Accessors run for their property or event.
    private static string IdOf(MethodDefinition method)
    {
        IMemberDefinition member = method;
        if (method.IsGetter || method.IsSetter) member = method.DeclaringType.Properties.First(property => property.GetMethod == method || property.SetMethod == method);
        else if (method.IsAddOn || method.IsRemoveOn) member = method.DeclaringType.Events.First(one => one.AddMethod == method || one.RemoveMethod == method);
        return DocCommentId.GetDocCommentId(member);
    }

    private static bool IsVisible(TypeDefinition type) =>
        type.IsPublic || (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamilyOrAssembly) && IsVisible(type.DeclaringType);

    private static bool IsVisible(MethodDefinition method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;
}
