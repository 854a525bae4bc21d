using System.Collections.Immutable;

namespace Docsite.Parsing;

/// <summary>What is promised of a block.</summary>
public abstract record BlockKind
{
    private BlockKind()
    {
    }

    /// <summary>It compiles, runs and ends; the default.</summary>
    public sealed record Run : BlockKind;

    /// <summary>It compiles and is not run.</summary>
    public sealed record CompileOnly : BlockKind;

    /// <summary>It fails to compile with exactly these codes, each at least once; it leaves the session as it was.</summary>
    public sealed record Fails(ImmutableArray<string> Codes) : BlockKind;

    /// <summary>It compiles, runs and ends with this exception (simple or full type name).</summary>
    public sealed record Throws(string TypeName) : BlockKind;

    /// <summary>It is shown only, for this reason.</summary>
    public sealed record Ignored(string Reason) : BlockKind;
}
