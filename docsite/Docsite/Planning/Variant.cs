namespace Docsite.Planning;

/// <summary>One of the settings' named variants.</summary>
/// <param name="Name">As fences write it, e.g. <c>C3</c>.</param>
/// <param name="Declaration">The C# that each of its sessions starts with, e.g. <c>var era = KernelEras.C3;</c>.</param>
public sealed record Variant(string Name, string Declaration);
