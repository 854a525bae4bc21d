using System.Collections;
using System.Reflection;
using Docsite.Protocol;
using Docsite.Worker.Values;

namespace Docsite.Worker;

/// <summary>What the session's variables hold at the end of a block, as far as writing it down changes nothing.</summary>
internal static class SessionVariables
{
    private const int Longest = 160;

    /// <param name="submissions">The objects whose fields are the variables, block by block.</param>
    /// <param name="names">The variables that are asked for.</param>
    internal static IEnumerable<FromWorker.Variable> Of(object?[] submissions, string[] names)
    {
        if (names.Length == 0) return [];
        // A text that prints would add to what the block printed.
        var output = Console.Out;
        Console.SetOut(TextWriter.Null);
        try
        {
            return [.. names.Select(name => Of(submissions, name)).OfType<FromWorker.Variable>()];
        }
        finally
        {
            Console.SetOut(output);
        }
    }

    // The last block that declares a name hides those before it.
    private static FromWorker.Variable? Of(object?[] submissions, string name)
    {
        for (var i = submissions.Length - 1; i >= 0; i--)
        {
            var field = submissions[i]?.GetType().GetField(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);
            if (field is null) continue;
            var value = field.GetValue(submissions[i]);
            if (!IsPlain(value)) return null;
            var report = ValueReports.Of(value, field.FieldType, Probe.Names);
            return new FromWorker.Variable(name, report with { Literal = Cut(report.Literal), Text = Cut(report.Text)! });
        }
        return null;
    }

    // Going through a sequence that is no collection would run what makes it.
    private static bool IsPlain(object? value) => value switch
    {
        null or string or IFormattable => true,
        Delegate or Task or Thread or Exception => false,
        IEnumerable => value is ICollection,
        _ => HasOwnText(value.GetType()),
    };

    private static bool HasOwnText(Type type) =>
        type.GetMethod(nameof(ToString), Type.EmptyTypes)?.DeclaringType is { } declaring && declaring != typeof(object) && declaring != typeof(ValueType);

    private static string? Cut(string? text) => text is { Length: > Longest } ? text[..Longest] + "…" : text;
}
