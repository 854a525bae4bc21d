namespace LinuxMm;

/// <summary>Names the place in the Linux sources whose behaviour a member follows.</summary>
/// <param name="file">The path in the kernel tree, as of <see cref="Tag"/>.</param>
/// <param name="symbol">The function, structure or constant.</param>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
[ModelOnly("Documentation that a test can read.")]
public sealed class LinuxSourceAttribute(string file, string symbol) : Attribute
{
    /// <summary>The path in the kernel tree.</summary>
    public string File { get; } = file;

    /// <summary>The function, structure or constant.</summary>
    public string Symbol { get; } = symbol;

    /// <summary>The release in which it reads as modelled, such as <c>v5.17</c>.</summary>
    public string? Tag { get; init; }

    /// <summary>The commit that made it so, in at least twelve digits.</summary>
    public string? Commit { get; init; }

    /// <summary>The first release that has the symbol, such as <c>v5.8</c>, or the first era; nothing where even the first era has it.</summary>
    public string? Since { get; init; }

    /// <summary>The last release or era that has it; nothing where the newest has it.</summary>
    public string? Until { get; init; }
}
