using System.Text;

namespace Docsite.Protocol;

/// <summary>Length-prefixed messages over a pipe, and the pieces they are made of.</summary>
/// <remarks>Written by hand: a serializer would double the start time of a worker.</remarks>
internal static class BinaryMessage
{
    internal static void Send(Stream pipe, Action<BinaryWriter> write)
    {
        using var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer, Encoding.UTF8);
        writer.Write(0);
        write(writer);
        writer.Flush();
        var length = (int)buffer.Length;
        buffer.Position = 0;
        writer.Write(length - sizeof(int));
        writer.Flush();
        pipe.Write(buffer.GetBuffer(), 0, length);
        pipe.Flush();
    }

    /// <summary>The next message, or nothing where the other side is gone.</summary>
    internal static T? Receive<T>(Stream pipe, Func<BinaryReader, T> read)
        where T : class
    {
        var prefix = new byte[sizeof(int)];
        if (pipe.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false) < prefix.Length) return null;
        var body = new byte[BitConverter.ToInt32(prefix)];
        if (pipe.ReadAtLeast(body, body.Length, throwOnEndOfStream: false) < body.Length) return null;
        using var reader = new BinaryReader(new MemoryStream(body));
        return read(reader);
    }

    internal static void WriteArray(this BinaryWriter writer, string[] texts)
    {
        writer.Write(texts.Length);
        foreach (var text in texts) writer.Write(text);
    }

    internal static string[] ReadArray(this BinaryReader reader)
    {
        var texts = new string[reader.ReadInt32()];
        for (var i = 0; i < texts.Length; i++) texts[i] = reader.ReadString();
        return texts;
    }

    internal static void WriteNumbers(this BinaryWriter writer, int[] numbers)
    {
        writer.Write(numbers.Length);
        foreach (var number in numbers) writer.Write(number);
    }

    internal static int[] ReadNumbers(this BinaryReader reader)
    {
        var numbers = new int[reader.ReadInt32()];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = reader.ReadInt32();
        return numbers;
    }

    internal static void WriteOptional<T>(this BinaryWriter writer, T? value, Action<BinaryWriter, T> write)
        where T : class
    {
        writer.Write(value is not null);
        if (value is not null) write(writer, value);
    }

    internal static T? ReadOptional<T>(this BinaryReader reader, Func<BinaryReader, T> read)
        where T : class => reader.ReadBoolean() ? read(reader) : null;
}
