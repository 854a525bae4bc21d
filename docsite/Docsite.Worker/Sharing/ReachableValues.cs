using System.Reflection;

namespace Docsite.Worker.Sharing;

/// <summary>Goes through all that can be reached from static fields, in an order that depends on nothing else.</summary>
internal sealed class ReachableValues
{
    // Looking through more takes longer than loading anew.
    private const int Most = 50_000;

    private readonly List<object?> _values = [];
    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<object> _open = new();

    private ReachableValues()
    {
    }

    /// <returns>Each number and each reference that was met; nothing where something is met that does not show its state, or too much.</returns>
    internal static List<object?>? From(IEnumerable<FieldInfo> roots)
    {
        var reached = new ReachableValues();
        foreach (var root in roots) reached.Add(root.GetValue(null));
        while (reached._open.TryDequeue(out var value))
        {
            if (!reached.AddPartsOf(value) || reached._values.Count > Most) return null;
        }
        return reached._values;
    }

    private void Add(object? value)
    {
        switch (value)
        {
            case null or string:
                _values.Add(value);
                break;
            // 0.0 equals -0.0, and is not the same.
            case double number:
                _values.Add(BitConverter.DoubleToInt64Bits(number));
                break;
            case float number:
                _values.Add(BitConverter.SingleToInt32Bits(number));
                break;
            case Enum or (ValueType and (bool or char or sbyte or byte or short or ushort or int or uint or long or ulong)):
                _values.Add(value);
                break;
            // A copy: what counts are its fields.
            case ValueType:
                _open.Enqueue(value);
                break;
            default:
                _values.Add(value);
                if (_seen.Add(value)) _open.Enqueue(value);
                break;
        }
    }

    private bool AddPartsOf(object value)
    {
        if (value is Array array)
        {
            foreach (var item in array) Add(item);
            return true;
        }
        if (value is Delegate call)
        {
            foreach (var one in call.GetInvocationList()) Add(one.Target);
            return true;
        }
        if (VisibleFields.Of(value.GetType()) is not { } fields) return false;
        foreach (var field in fields) Add(field.GetValue(value));
        return true;
    }
}
