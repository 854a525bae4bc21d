using Docsite.Execution;
using Docsite.Execution.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Docsite.Tests.Execution;

public sealed class CompilerReferencesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void TheFrameworksForwardersAreLeftOut()
    {
        var names = Names(BlockEnvironment.Framework.References);
        Assert.Contains("System.Runtime", names);
        Assert.DoesNotContain("netstandard", names);
    }

    [Fact]
    public void AForwarderStaysForWhatWasCompiledAgainstIt()
    {
        var before = Compile("Forwarder", "public class Moved;");
        var user = Compile("User", "public class User : Moved;", before);
        var types = Compile("Types", "public class Moved;");
        var forwarder = Compile("Forwarder", "[assembly: System.Runtime.CompilerServices.TypeForwardedTo(typeof(Moved))]", types);
        Assert.Equal(["Types"], Names([types, forwarder]));
        Assert.Equal(["Types", "Forwarder", "User"], Names([types, forwarder, user]));
    }

    public void Dispose() => _folder.Dispose();

    private string Compile(string name, string code, params string[] references)
    {
        var path = Path.Combine(_folder.Path, $"{name}.dll");
        var compilation = CSharpCompilation.Create(
            name, [CSharpSyntaxTree.ParseText(code, cancellationToken: TestContext.Current.CancellationToken)], BlockEnvironment.Framework.References.Concat(references).Select(one => MetadataReference.CreateFromFile(one)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.True(compilation.Emit(path, cancellationToken: TestContext.Current.CancellationToken).Success);
        return path;
    }

    private static IEnumerable<string> Names(IEnumerable<string> paths) =>
        CompilerReferences.Of(paths).Select(reference => Path.GetFileNameWithoutExtension(reference.Display!));
}
