using System.Globalization;
using System.Text;
using Docsite.Pages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Execution.Compiling;

/// <summary>Compiles an example file as <c>dotnet run</c> does: a program with nothing imported but what every program has.</summary>
/// <param name="references">What it may use.</param>
internal sealed class ProgramCheck(ProgramReferences references)
{
    /// <summary>The end of each error's text.</summary>
    internal const string Mark = "(under dotnet run)";

    private static readonly CSharpParseOptions Options = new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.None)
        .WithFeatures([new("FileBasedProgram", "true")]);

    private static readonly SyntaxTree Imports = CSharpSyntaxTree.ParseText(
        string.Concat(BlockEnvironment.StandardUsings.Where(one => !one.StartsWith("static ", StringComparison.Ordinal)).Select(one => $"global using {one};")), Options);

    /// <summary>The errors that a plain run would end with, at their places in the file.</summary>
    public IEnumerable<CompilerMessage> Errors(PageText file, CancellationToken cancellation)
    {
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(file.Text, Encoding.UTF8), Options, cancellationToken: cancellation);
        var options = new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: false);
        return CSharpCompilation.Create("program", [tree, Imports], references.Of(file), options).GetDiagnostics(cancellation)
            .Where(one => one.Severity == DiagnosticSeverity.Error && one.Location.SourceTree == tree)
            .Select(one => new CompilerMessage(one.Id, IsError: true, $"{one.GetMessage(CultureInfo.InvariantCulture)} {Mark}", new PageLocation(file, one.Location.SourceSpan)));
    }
}
