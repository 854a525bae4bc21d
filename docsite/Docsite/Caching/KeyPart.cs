namespace Docsite.Caching;

/// <summary>One thing that a session's result depends on.</summary>
/// <param name="Name">What it is, e.g. <c>setting Timeout</c>.</param>
/// <param name="Value">Its value, or a hash of it.</param>
public sealed record KeyPart(string Name, string Value);
