using System.Buffers.Binary;
using System.Collections;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace LinuxMm;

/// <summary>One short text for everything that later steps of a run could notice: equal texts, equal futures.</summary>
/// <remarks>
/// It follows all fields from the machine and the steps still to be done, public or not, so that nothing can be forgotten: allocators,
/// ghost data, and the variables that a scenario keeps between its steps. Collections count by what they contain, in order.
/// </remarks>
/// <param name="outside">What the scenario was made from; it is not followed, because no step may change it.</param>
internal sealed class StateDigest(object? outside)
{
    private const int MostBytes = 16 << 20;
    private readonly Dictionary<object, int> _names = [];
    private readonly Dictionary<Type, Shape> _shapes = [];
    private readonly Dictionary<object, int> _seen = new(ReferenceEqualityComparer.Instance);
    private byte[] _bytes = new byte[4096];
    private int _length;

    /// <exception cref="InvalidOperationException">More than a small world hangs on the steps.</exception>
    public string Of(ScenarioRun run)
    {
        _length = 0;
        _seen.Clear();
        if (outside is not null)
        {
            _seen.Add(outside, 0);
        }

        Write(run.IsStopped ? 1 : 0);
        for (var actor = 0; actor < run.Actors.Count; actor++)
        {
            Write(run.Done[actor]);
            for (var step = run.Done[actor]; step < run.Actors[actor].Steps.Count; step++)
            {
                Follow(run.Actors[actor].Steps[step].Do);
            }
        }

        Follow(run.Machine);
        return Convert.ToHexString(SHA256.HashData(_bytes.AsSpan(0, _length)));
    }

    private void Follow(object? value)
    {
        if (value is null)
        {
            Write(-1);
            return;
        }

        var type = value.GetType();
        var shape = ShapeOf(type);
        if (!type.IsValueType && shape.Kind != ShapeKind.Text)
        {
            if (_seen.TryGetValue(value, out var place))
            {
                Write(place);
                return;
            }

            _seen.Add(value, _seen.Count);
        }

        Write(shape.Name);
        FollowParts(value, shape);
    }

    private void FollowParts(object value, Shape shape)
    {
        switch (shape.Kind)
        {
            case ShapeKind.Number:
                Write(NumberOf(value));
                break;
            case ShapeKind.Text:
                Write(((string)value).Length);
                Append(MemoryMarshal.AsBytes(((string)value).AsSpan()));
                break;
            case ShapeKind.Bytes:
                Write(((byte[])value).Length);
                Append((byte[])value);
                break;
            case ShapeKind.Function:
                FollowFunction((Delegate)value);
                break;
            case ShapeKind.Sequence:
                FollowAll((IEnumerable)value);
                break;
            case ShapeKind.Object:
                foreach (var field in shape.Fields)
                {
                    Follow(field.GetValue(value));
                }

                break;
        }
    }

    private void FollowFunction(Delegate function)
    {
        foreach (var part in function.GetInvocationList())
        {
            Write(NameOf(part.Method));
            Follow(part.Target);
        }
    }

    private void FollowAll(IEnumerable sequence)
    {
        var count = 0;
        foreach (var element in sequence)
        {
            Follow(element);
            count++;
        }

        Write(count);
    }

    private void Write(long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        Append(bytes);
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (_length + bytes.Length > _bytes.Length)
        {
            if (_length + bytes.Length > MostBytes)
            {
                throw new InvalidOperationException("The steps hold on to more than a small world: let the set-up make everything itself and keep nothing outside.");
            }

            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + bytes.Length));
        }

        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    private int NameOf(object named)
    {
        if (!_names.TryGetValue(named, out var name))
        {
            name = _names.Count;
            _names.Add(named, name);
        }

        return name;
    }

    private Shape ShapeOf(Type type)
    {
        if (!_shapes.TryGetValue(type, out var shape))
        {
            var kind = KindOf(type);
            shape = new Shape(NameOf(type), kind, kind == ShapeKind.Object ? FieldsOf(type) : []);
            _shapes.Add(type, shape);
        }

        return shape;
    }

    private static ShapeKind KindOf(Type type)
    {
        if (type == typeof(string))
        {
            return ShapeKind.Text;
        }

        if (type == typeof(byte[]))
        {
            return ShapeKind.Bytes;
        }

        if (type.IsPrimitive || type.IsEnum)
        {
            return ShapeKind.Number;
        }

        if (typeof(Delegate).IsAssignableFrom(type))
        {
            return ShapeKind.Function;
        }

        // An era and the parts of the runtime never change; a reverse map repeats the entries.
        if (type == typeof(KernelEra) || type == typeof(ReverseMap) || typeof(MemberInfo).IsAssignableFrom(type) || type.IsPointer)
        {
            return ShapeKind.Constant;
        }

        var isCollection = type.IsArray || (type.Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) == true && typeof(IEnumerable).IsAssignableFrom(type));
        return isCollection ? ShapeKind.Sequence : ShapeKind.Object;
    }

    private static FieldInfo[] FieldsOf(Type type)
    {
        var fields = new List<FieldInfo>();
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            fields.AddRange(declaring.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly));
        }

        return [.. fields];
    }

    private static long NumberOf(object value) => value switch
    {
        int number => number,
        bool flag => flag ? 1 : 0,
        ulong number => unchecked((long)number),
        double number => BitConverter.DoubleToInt64Bits(number),
        float number => BitConverter.SingleToInt32Bits(number),
        char letter => letter,
        nint number => number,
        nuint number => unchecked((long)number),
        Enum named => unchecked((long)Convert.ToUInt64(named, null)),
        _ => Convert.ToInt64(value, null),
    };

    private enum ShapeKind
    {
        Constant,
        Number,
        Text,
        Bytes,
        Function,
        Sequence,
        Object,
    }

    private sealed record Shape(int Name, ShapeKind Kind, FieldInfo[] Fields);
}
