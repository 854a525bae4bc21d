using System.Text.RegularExpressions;
using Docsite.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Docsite.Execution.Compiling;

/// <summary>Finds the namespace or type that a name in the settings was meant to be.</summary>
internal static partial class MeantName
{
    /// <summary>The end of a message that a name stands for nothing: a question, or nothing.</summary>
    /// <param name="code">The statement that names it: <c>using X;</c>, <c>using static X;</c> or <c>nameof(X)</c>.</param>
    /// <param name="references">What has it.</param>
    public static string Question(string code, IEnumerable<MetadataReference> references)
    {
        if (Named().Match(code) is not { Success: true } match) return "";
        var (kind, name) = (match.Groups["kind"].Value, match.Groups["name"].Value);
        var names = Below(CSharpCompilation.Create("names", references: references).GlobalNamespace).Where(symbol => kind switch
        {
            "using " => symbol is INamespaceSymbol,
            "using static " => symbol is INamedTypeSymbol { Arity: 0 },
            _ => true,
        }).Select(symbol => symbol.ToDisplayString()).ToList();
        // The front of a long name is forgotten more often than it is misspelt.
        var whole = names.Where(one => one.EndsWith("." + name, StringComparison.OrdinalIgnoreCase)).MinBy(one => one.Length);
        return NearestWord.Question(whole ?? name, names);
    }

    // A namespace without a public type is no name to a block.
    private static IEnumerable<INamespaceOrTypeSymbol> Below(INamespaceSymbol space)
    {
        var types = space.GetTypeMembers().Where(type => type.DeclaredAccessibility == Accessibility.Public).ToList();
        if (types is not [] && !space.IsGlobalNamespace) yield return space;
        foreach (var one in types.Concat(space.GetNamespaceMembers().SelectMany(Below))) yield return one;
    }

    [GeneratedRegex(@"^(?<kind>using static |using |nameof\()(?<name>[\w.]+)[;)]$")]
    private static partial Regex Named();
}
