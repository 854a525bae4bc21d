using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using Docsite.Diagnostics;

namespace Docsite.Cli.Reports;

/// <summary>The kinds of finding in a few words.</summary>
internal static partial class RuleTitles
{
    /// <summary>Each id with the words of its name, e.g. <c>value differs</c>.</summary>
    internal static ImmutableSortedDictionary<string, string> All { get; } = typeof(DiagnosticIds).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.IsLiteral)
        .ToImmutableSortedDictionary(field => (string)field.GetRawConstantValue()!, field => Words(field.Name), StringComparer.Ordinal);

    private static string Words(string name) => Word().Replace(name, " $0").ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z](?=[a-z])")]
    private static partial Regex Word();
}
