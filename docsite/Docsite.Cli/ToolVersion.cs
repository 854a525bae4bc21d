using System.Reflection;

namespace Docsite.Cli;

/// <summary>The version that the tool is published as.</summary>
internal static class ToolVersion
{
    /// <summary>E.g. <c>0.1.0</c>.</summary>
    public static string Text { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
