using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Docsite.Execution;

namespace Docsite.Caching;

/// <summary>A session's result as it is kept between runs of the tool.</summary>
/// <param name="Label">Whose it is and what it was made of.</param>
/// <param name="Body">The runs, whose places are relative to the steps: they can be read only for the same steps.</param>
internal sealed record KeptSession(KeptLabel Label, ReadOnlyMemory<byte> Body)
{
    /// <summary>The runs of the session's steps.</summary>
    internal ImmutableArray<StepRun> Runs(StepLocations locations) =>
        PlaceConverter.With(locations, () => JsonSerializer.Deserialize(Body.Span, KeptSessionContext.Default.ImmutableArrayStepRun));

    internal static KeptSession Of(KeptLabel label, ImmutableArray<StepRun> runs, StepLocations locations) =>
        new(label, PlaceConverter.With(locations, () => JsonSerializer.SerializeToUtf8Bytes(runs, KeptSessionContext.Default.ImmutableArrayStepRun)));
}

/// <summary>Whose result is kept, and what it depends on.</summary>
/// <param name="Page">Path of the page.</param>
/// <param name="Session">The session's name on the page.</param>
/// <param name="Variant">The name of its variant; empty for none.</param>
/// <param name="Key">What the result depends on.</param>
internal sealed record KeptLabel(string Page, string Session, string Variant, ImmutableArray<KeyPart> Key);

// Fields: a tuple has nothing else.
[JsonSourceGenerationOptions(IncludeFields = true, IgnoreReadOnlyProperties = true, Converters = [typeof(PlaceConverter), typeof(StepConverter)])]
[JsonSerializable(typeof(KeptLabel))]
[JsonSerializable(typeof(ImmutableArray<StepRun>))]
internal sealed partial class KeptSessionContext : JsonSerializerContext;
