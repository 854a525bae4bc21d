using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Docsite.Reference;

/// <summary>Turns the attributes that the settings name into notes.</summary>
internal sealed partial class AttributeNotes(ImmutableArray<AttributeSetting> settings)
{
    /// <summary>The notes on a type or member, in the settings' order.</summary>
    public ImmutableArray<ApiNote> Of(ISymbol symbol) =>
    [
        .. settings.SelectMany(setting => symbol.GetAttributes().Where(attribute => attribute.AttributeClass is { } type && IsNamed(type, setting.Attribute)).Select(attribute => Note(setting, Values(attribute)))),
    ];

    /// <summary>Whether the settings mean a type by a name.</summary>
    internal static bool IsNamed(INamedTypeSymbol type, string name)
    {
        var full = type.ToDisplayString();
        const string Suffix = "Attribute";
        if (full.EndsWith(Suffix, StringComparison.Ordinal)) full = full[..^Suffix.Length];
        return full == name || full.EndsWith("." + name, StringComparison.Ordinal);
    }

    private static ApiNote Note(AttributeSetting setting, Dictionary<string, string> values)
    {
        var (since, until) = (First(setting.Since, values), First(setting.Until, values));
        // What has nothing else to say is said by its span.
        var text = First(setting.Text, values) ?? (since is null && until is null ? string.Join(", ", values.Values) : "");
        return new ApiNote(setting.Label, text, First(setting.Url, values), setting.Index is null ? null : First(setting.Name, values) ?? text, First(setting.Detail, values) ?? "") { Since = since, Until = until };
    }

    private static Dictionary<string, string> Values(AttributeData attribute)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var names = attribute.AttributeConstructor?.Parameters ?? [];
        foreach (var (parameter, constant) in names.Zip(attribute.ConstructorArguments)) Add(parameter.Name, constant);
        foreach (var (name, constant) in attribute.NamedArguments) Add(name, constant);
        return values;

        void Add(string name, TypedConstant constant)
        {
            var text = constant.Kind == TypedConstantKind.Array
                ? string.Join(", ", constant.Values.Select(one => one.Value)) : Convert.ToString(constant.Value, CultureInfo.InvariantCulture);
            if (!string.IsNullOrEmpty(text)) values[name] = text;
        }
    }

    private static string? First(ImmutableArray<string> patterns, Dictionary<string, string> values) => patterns
        .Where(pattern => Names().Matches(pattern).All(name => values.ContainsKey(name.Groups["name"].Value)))
        .Select(pattern => Names().Replace(pattern, name => values[name.Groups["name"].Value])).FirstOrDefault();

    [GeneratedRegex(@"\{(?<name>\w+)\}")]
    private static partial Regex Names();
}
