using YamlDotNet.Serialization;

namespace Mutants;

/// <summary>The tracked list: for each survivor file, member, mutation and reason.</summary>
internal static class SurvivorList
{
    /// <exception cref="InvalidDataException">An entry lacks a part, or its reason.</exception>
    public static IReadOnlyList<Survivor> Read(string path)
    {
        var entries = new DeserializerBuilder().Build().Deserialize<List<Dictionary<string, string>>?>(File.ReadAllText(path)) ?? [];
        var bad = entries.Where(entry => new[] { "file", "member", "mutation", "reason" }.Any(key => string.IsNullOrWhiteSpace(entry.GetValueOrDefault(key)))).ToList();
        return bad.Count == 0
            ? [.. entries.Select(entry => new Survivor(entry["file"], entry["member"], entry["mutation"]))]
            : throw new InvalidDataException($"{path}: file, member, mutation and reason are wanted in:\n{new SerializerBuilder().Build().Serialize(bad)}");
    }

    /// <summary>What to paste into the list, with the reasons still to be written.</summary>
    public static string Entries(IEnumerable<Survivor> survivors) => new SerializerBuilder().Build().Serialize(
        survivors.Select(survivor => new Dictionary<string, string> { ["file"] = survivor.File, ["member"] = survivor.Member, ["mutation"] = survivor.Mutation, ["reason"] = "" }));
}
