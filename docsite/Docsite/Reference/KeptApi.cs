using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Docsite.Caching;
using Docsite.Settings;

namespace Docsite.Reference;

/// <summary>The surface as it was read the last time, kept below the output's parent.</summary>
internal sealed class KeptApi
{
    private readonly string _path;

    /// <param name="settings">Where the site is written.</param>
    /// <param name="reference">How attributes are shown.</param>
    /// <param name="references">Paths of all assemblies.</param>
    /// <param name="documented">Paths of those that the reference is about.</param>
    public KeptApi(SiteSettings settings, ReferenceSettings reference, IEnumerable<string> references, ImmutableArray<string> documented)
    {
        _path = Path.Combine(CacheFolder.Of(settings), $"reference-{Key(reference, references, documented)}.json");
    }

    /// <summary>What was kept for the same assemblies, comments and settings; nothing else is trusted.</summary>
    public ApiModel? Load()
    {
        try
        {
            return File.Exists(_path) ? JsonSerializer.Deserialize(File.ReadAllBytes(_path), ApiModelContext.Default.ApiModel) : null;
        }
        catch (Exception broken) when (broken is JsonException or IOException or UnauthorizedAccessException)
        {
            // It is made again, which costs a second and nothing else.
            return null;
        }
    }

    /// <summary>Keeps the surface in the place of what was kept before.</summary>
    public void Save(ApiModel model)
    {
        try
        {
            var folder = Path.GetDirectoryName(_path)!;
            CacheFolder.Make(folder);
            foreach (var old in Directory.EnumerateFiles(folder, "reference-*.json")) File.Delete(old);
            CacheFolder.Write(_path, JsonSerializer.SerializeToUtf8Bytes(model, ApiModelContext.Default.ApiModel));
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            // Another build may be writing it; the next one that can will keep it.
        }
    }

    // The comments are no part of an assembly, so its identity alone does not tell that they changed.
    private static string Key(ReferenceSettings reference, IEnumerable<string> references, ImmutableArray<string> documented)
    {
        var text = new StringBuilder();
        text.Append(typeof(KeptApi).Module.ModuleVersionId).Append('\n').Append(JsonSerializer.Serialize(reference, ApiModelContext.Default.ReferenceSettings));
        foreach (var path in references.Distinct().Order(StringComparer.Ordinal)) text.Append('\n').Append(Path.GetFileName(path)).Append(' ').Append(EnvironmentIdentity.IdOf(path));
        foreach (var path in documented)
        {
            var comments = Path.ChangeExtension(path, ".xml");
            text.Append('\n').Append(File.Exists(comments) ? Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(comments))) : "none");
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..24];
    }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ApiModel))]
[JsonSerializable(typeof(ReferenceSettings))]
internal sealed partial class ApiModelContext : JsonSerializerContext;
