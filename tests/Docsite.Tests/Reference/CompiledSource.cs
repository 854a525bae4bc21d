using Docsite.Execution;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Docsite.Tests.Reference;

/// <summary>An assembly with its comments, made of one source file as a project would.</summary>
internal static class CompiledSource
{
    /// <returns>The assembly's path; the comments lie beside it, and the source too.</returns>
    public static string Write(string folder, string name, string source, params string[] references)
    {
        File.WriteAllText(Path.Combine(folder, name + ".cs"), source);
        var path = Path.Combine(folder, name + ".dll");
        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.Diagnose));
        var compilation = CSharpCompilation.Create(
            name, [tree], BlockEnvironment.Framework.References.Concat(references).Select(one => MetadataReference.CreateFromFile(one)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true, deterministic: true));
        using var assembly = File.Create(path);
        using var comments = File.Create(Path.ChangeExtension(path, ".xml"));
        var result = compilation.Emit(assembly, xmlDocumentationStream: comments);
        var errors = result.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).ToList();
        return errors.Count == 0 ? path : throw new InvalidOperationException(string.Join('\n', errors));
    }
}
