namespace Docsite.Xunit;

/// <summary>Which site a test is about, as the test says it.</summary>
/// <param name="Site">The folder of <c>docsite.yml</c>, possibly relative.</param>
/// <param name="Configuration">The configuration that its projects are built in.</param>
/// <param name="IsBuilt">Whether they are taken as they were last built.</param>
internal readonly record struct SiteAddress(string Site, string Configuration, bool IsBuilt);
