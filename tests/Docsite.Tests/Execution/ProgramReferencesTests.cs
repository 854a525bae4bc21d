using System.Collections.Immutable;
using Docsite.Execution;
using Docsite.Execution.Compiling;
using Docsite.Pages;
using Microsoft.CodeAnalysis;

namespace Docsite.Tests.Execution;

/// <summary>An example sees under <c>dotnet run</c> what its own lines bring along, not what the site's settings do.</summary>
public sealed class ProgramReferencesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "System.Console")]
    [InlineData("#:project ../src/Tea/Tea.csproj\n", "System.Console Tea Leaf Docsite.Display")]
    [InlineData("#:project ../src/Tea\r\n#:property A=b\r\n", "System.Console Tea Leaf Docsite.Display")]
    [InlineData("#:project ../src/Milk/Milk.csproj\n", "System.Console Milk Leaf")]
    [InlineData("#:project ../src/Tea\n#:project ../src/Milk\n", "System.Console Tea Milk Leaf Docsite.Display")]
    [InlineData("#:project ../src/Other/Other.csproj\n", "System.Console Tea Milk Leaf Docsite.Display Docsite.Worker")]
    [InlineData("#:package Tea@1.0.0\n", "System.Console Tea Milk Leaf Docsite.Display Docsite.Worker")]
    public void AreThoseOfItsProjects(string lines, string expected)
    {
        var references = new ProgramReferences(
            [.. "System.Console Tea Milk Leaf Docsite.Display Docsite.Worker".Split(' ').Select(Reference)],
            [Project("Tea", "Leaf", "Docsite.Display"), Project("Milk", "Leaf")], _folder.Path);
        var found = references.Of(new PageText("examples/a.cs", lines + "// Title: A\n// ---\n"));
        Assert.Equal(expected, string.Join(' ', found.Select(one => Path.GetFileNameWithoutExtension(one.Display))));
    }

    [Fact]
    public void AreAllWhereTheSettingsNameNoProject() =>
        Assert.Single(new ProgramReferences([Reference("Docsite.Display")], [], _folder.Path).Of(new PageText("a.cs", "")));

    private BuiltProject Project(string name, params ReadOnlySpan<string> needs)
    {
        var assembly = Path.Combine(_folder.Path, $"{name}.dll");
        var libraries = string.Join(", ", ImmutableArray.Create([name, .. needs]).Select(one => $$"""
            "{{one}}/1.0.0": { "runtime": { "lib/net10.0/{{one}}.dll": {} } }
            """));
        File.WriteAllText(Path.ChangeExtension(assembly, ".deps.json"), $$"""{ "targets": { ".NETCoreApp,Version=v10.0": { {{libraries}}, "Analyzer/1.0.0": {} } } }""");
        return new BuiltProject($"src/{name}/{name}.csproj", assembly);
    }

    private static MetadataReference Reference(string name) =>
        MetadataReference.CreateFromImage([.. File.ReadAllBytes(typeof(BuiltProject).Assembly.Location)], filePath: $"/some/{name}.dll");
}
