using System.Collections.Immutable;
using Docsite.Execution.Projects;

namespace Docsite.Execution;

/// <summary>What the site's blocks see.</summary>
/// <param name="References">Paths of the assemblies that blocks are compiled against, the framework's among them.</param>
/// <param name="Assemblies">Paths of the assemblies that a worker may load at run time, beside the framework's own.</param>
public sealed record BlockEnvironment(ImmutableArray<string> References, ImmutableArray<string> Assemblies)
{
    /// <summary>What every block has imported: what <c>dotnet run file.cs</c> imports, and the stage.</summary>
    public static ImmutableArray<string> StandardUsings { get; } =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading",
        "System.Threading.Tasks", "static Docsite.Display.Stage",
    ];

    /// <summary>The settings' projects, which the reference documents.</summary>
    public ImmutableArray<BuiltProject> Projects { get; init; } = [];

    /// <summary>Namespaces that every block has imported; <c>static X.Y</c> imports a type's members.</summary>
    public ImmutableArray<string> Usings { get; init; } = StandardUsings;

    /// <summary>An environment with the framework alone: the reference pack beside the running runtime, else the runtime's own assemblies.</summary>
    public static BlockEnvironment Framework { get; } = new(FrameworkReferences.Find(), []);
}
