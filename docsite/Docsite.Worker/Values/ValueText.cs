using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Docsite.Worker.Values;

/// <summary>A value as text: what a finding shows and prose states.</summary>
internal static class ValueText
{
    /// <summary>How many elements of a sequence are written out.</summary>
    internal const int MostElements = 100;

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A ToString that throws is told as such.")]
    internal static string Of(object? value)
    {
        try
        {
            return Write(value);
        }
        catch (Exception thrown)
        {
            return $"(its text threw {TypeNames.Short(thrown.GetType())})";
        }
    }

    private static string Write(object? value) => value switch
    {
        null => "null",
        string text => text,
        bool truth => truth ? "true" : "false",
        DictionaryEntry pair => $"[{Write(pair.Key)}, {Write(pair.Value)}]",
        ITuple tuple => "(" + string.Join(", ", Elements(tuple).Select(Write)) + ")",
        IEnumerable sequence when !HasOwnText(value.GetType()) => Sequence(sequence),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    internal static IEnumerable<object?> Elements(ITuple tuple)
    {
        for (var i = 0; i < tuple.Length; i++) yield return tuple[i];
    }

    private static bool HasOwnText(Type type) =>
        type.GetMethod(nameof(ToString), Type.EmptyTypes)?.DeclaringType is { } declaring
        && declaring != typeof(object) && declaring != typeof(ValueType)
        && declaring.Assembly != typeof(object).Assembly && declaring.Assembly != typeof(Enumerable).Assembly;

    private static string Sequence(IEnumerable sequence)
    {
        var texts = new List<string>();
        foreach (var element in sequence)
        {
            if (texts.Count == MostElements)
            {
                texts.Add("...");
                break;
            }
            texts.Add(Write(element));
        }
        return "[" + string.Join(", ", texts) + "]";
    }
}
