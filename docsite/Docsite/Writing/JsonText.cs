using System.Buffers;
using System.Collections;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Docsite.Writing;

/// <summary>JSON for the scripts of a site. The framework's serializer takes longer to get ready than a site of hundreds of pages to be written.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The text for a string, a whole number, a dictionary by strings, or a list of such.</summary>
    public static string Of(object value)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text, Options)) Write(json, value);
        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case IDictionary named:
                json.WriteStartObject();
                foreach (DictionaryEntry entry in named)
                {
                    json.WritePropertyName((string)entry.Key);
                    Write(json, entry.Value!);
                }
                json.WriteEndObject();
                break;
            default:
                json.WriteStartArray();
                foreach (var one in (IEnumerable)value) Write(json, one);
                json.WriteEndArray();
                break;
        }
    }
}
