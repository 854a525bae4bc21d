using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Docsite.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Docsite.Reference;

/// <summary>Finds attributes that the settings name and no assembly has, and words in their texts that such an attribute never gives a value.</summary>
/// <param name="documented">The assemblies that the reference is about.</param>
/// <param name="all">These and all that they refer to.</param>
internal sealed partial class UnknownAttributes(ImmutableArray<IAssemblySymbol> documented, ImmutableArray<IAssemblySymbol> all)
{
    private const string Suffix = "Attribute";

    /// <summary>What is wrong with the settings.</summary>
    public IEnumerable<SettingProblem> In(ImmutableArray<AttributeSetting> settings) => settings.SelectMany(In);

    private IEnumerable<SettingProblem> In(AttributeSetting setting)
    {
        ImmutableArray<string> path = ["Reference", "Attributes", setting.Attribute];
        var classes = Classes(setting.Attribute).ToList();
        if (classes is [])
        {
            // A name of the site's own is nearer than one of the framework.
            var names = documented.Concat(all).SelectMany(assembly => assembly.TypeNames).Where(name => name.EndsWith(Suffix, StringComparison.Ordinal)).Select(name => name[..^Suffix.Length]).Distinct();
            return [new SettingProblem(path, $"there is no attribute {setting.Attribute}{NearestWord.Question(Simple(setting.Attribute), names)}", "it is looked for in the projects and in all that they refer to")];
        }
        var values = classes.SelectMany(ValuesOf).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
        return Texts(setting).SelectMany(text => Word().Matches(text.Pattern).Select(match => match.Groups["name"].Value).Where(name => !values.Contains(name, StringComparer.OrdinalIgnoreCase))
            .Select(name => new SettingProblem([.. path, text.Key, text.Pattern], $"the attribute {setting.Attribute} has no {name}{NearestWord.Question(name, values)}", values is [] ? "it has no values" : $"it has {string.Join(", ", values)}")));
    }

    private static IEnumerable<(string Key, string Pattern)> Texts(AttributeSetting setting) =>
        new[] { ("Text", setting.Text), ("Url", setting.Url), ("Name", setting.Name), ("Detail", setting.Detail), ("Since", setting.Since), ("Until", setting.Until) }
            .SelectMany(one => one.Item2.Select(pattern => (one.Item1, pattern)));

    private IEnumerable<INamedTypeSymbol> Classes(string name)
    {
        var simple = Simple(name);
        return all.Where(assembly => assembly.TypeNames.Contains(simple + Suffix) || assembly.TypeNames.Contains(simple))
            .SelectMany(assembly => TypesBelow(assembly.GlobalNamespace)).Where(type => IsAttribute(type) && AttributeNotes.IsNamed(type, name));
    }

    private static bool IsAttribute(INamedTypeSymbol type)
    {
        var above = type.BaseType;
        while (above is not null && above.ToDisplayString() != "System.Attribute") above = above.BaseType;
        return above is not null;
    }

    private static string Simple(string name) => name[(name.LastIndexOf('.') + 1)..];

    private static IEnumerable<INamedTypeSymbol> TypesBelow(INamespaceOrTypeSymbol container) => container.GetMembers()
        .SelectMany(member => member is INamespaceOrTypeSymbol inner ? TypesBelow(inner).Concat(inner is INamedTypeSymbol type ? [type] : []) : []);

    // An argument of a constructor or of a property, as an attribute's use names them.
    private static IEnumerable<string> ValuesOf(INamedTypeSymbol type)
    {
        for (var one = type; one is not null; one = one.BaseType)
        {
            foreach (var member in one.GetMembers().Where(IsSettable)) yield return member.Name;
        }
        foreach (var parameter in type.InstanceConstructors.SelectMany(constructor => constructor.Parameters)) yield return parameter.Name;
    }

    private static bool IsSettable(ISymbol member) =>
        member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public } and (IPropertySymbol { SetMethod: not null } or IFieldSymbol { IsReadOnly: false });

    [GeneratedRegex(@"\{(?<name>\w+)\}")]
    private static partial Regex Word();
}
