using System.Text.Json;
using System.Text.Json.Serialization;
using Docsite.Pages;
using Docsite.Parsing;

namespace Docsite.Caching;

/// <summary>Writes a place as one inside the session's steps.</summary>
internal sealed class PlaceConverter : JsonConverter<PageLocation>
{
    // A converter is made once for all sessions; the one at hand is that of the thread that reads or writes.
    [ThreadStatic]
    private static StepLocations? _locations;

    /// <summary>Reads or writes with the places of a session.</summary>
    internal static T With<T>(StepLocations locations, Func<T> action)
    {
        _locations = locations;
        try
        {
            return action();
        }
        finally
        {
            _locations = null;
        }
    }

    public override PageLocation Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Span<int> numbers = stackalloc int[3];
        foreach (ref var number in numbers)
        {
            _ = reader.Read();
            number = reader.GetInt32();
        }
        _ = reader.Read();
        return _locations!.Absolute(numbers[0], numbers[1], numbers[2]);
    }

    public override void Write(Utf8JsonWriter writer, PageLocation value, JsonSerializerOptions options)
    {
        if (_locations!.Relative(value) is not { } place) throw new JsonException($"{value} lies outside the session.");
        writer.WriteStartArray();
        writer.WriteNumberValue(place.Anchor);
        writer.WriteNumberValue(place.Offset);
        writer.WriteNumberValue(value.Span.Length);
        writer.WriteEndArray();
    }
}

/// <summary>Leaves the step itself out: the plan has it.</summary>
internal sealed class StepConverter : JsonConverter<SessionStep>
{
    public override SessionStep? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, SessionStep value, JsonSerializerOptions options) => writer.WriteNullValue();
}
