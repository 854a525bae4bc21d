using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;

namespace Docsite.Caching;

/// <summary>The tool and the compiler in it.</summary>
internal static class ToolIdentity
{
    private static readonly string Own = string.Join(' ', IdOf<Display.Picture>(), IdOf<SiteBuild>(), WorkerId());

    /// <summary>The parts of every key.</summary>
    internal static ImmutableArray<KeyPart> Parts { get; } =
    [
        new("compiler", $"{typeof(CSharpCompilation).Assembly.GetName().Version} {IdOf<CSharpCompilation>()}"),
        new("tool", Own),
    ];

    /// <summary>A word for the version of the tool: what another one kept cannot be read.</summary>
    internal static string Version { get; } = SessionKey.HashOf(Own);

    private static string IdOf<T>() => typeof(T).Module.ModuleVersionId.ToString("N");

    private static string WorkerId() => EnvironmentIdentity.IdOf(Path.Combine(AppContext.BaseDirectory, "Docsite.Worker.dll"));
}
