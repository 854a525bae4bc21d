using System.Collections;
using System.Runtime.CompilerServices;

namespace Docsite.Worker.Values;

/// <summary>Whether a value is the stated one: by its own equality, tuples and sequences by their elements, sets and dictionaries in any order.</summary>
internal static class ValueEquality
{
    internal static bool AreEqual(object? actual, object? stated)
    {
        if (Equals(actual, stated)) return true;
        return (actual, stated) switch
        {
            (null, _) or (_, null) or (string, _) or (_, string) => false,
            (ITuple one, ITuple other) => AreEqual(ValueText.Elements(one), ValueText.Elements(other)),
            (IDictionary one, IDictionary other) => AreEqual(one, other),
            (IEnumerable one, IEnumerable other) when IsSet(one) => one.Cast<object?>().ToHashSet().SetEquals(other.Cast<object?>()),
            (IEnumerable one, IEnumerable other) => AreEqual(one, other),
            _ => false,
        };
    }

    private static bool IsSet(IEnumerable sequence) =>
        sequence.GetType().GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(ISet<>));

    // In step, so that an endless sequence differs from a finite one.
    private static bool AreEqual(IEnumerable actual, IEnumerable stated)
    {
        var other = stated.GetEnumerator();
        using var atEnd = other as IDisposable;
        foreach (var element in actual)
        {
            if (!other.MoveNext() || !AreEqual(element, other.Current)) return false;
        }
        return !other.MoveNext();
    }

    private static bool AreEqual(IDictionary actual, IDictionary stated)
    {
        if (actual.Count != stated.Count) return false;
        foreach (DictionaryEntry entry in actual)
        {
            if (!stated.Contains(entry.Key) || !AreEqual(entry.Value, stated[entry.Key])) return false;
        }
        return true;
    }
}
