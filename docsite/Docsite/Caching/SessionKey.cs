using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Docsite.Caching;

/// <summary>Everything that a session's result depends on, part by part, so that it can be said which one changed.</summary>
/// <param name="Parts">The parts; their names are unique.</param>
public sealed record SessionKey(ImmutableArray<KeyPart> Parts)
{
    /// <summary>All parts as one short word.</summary>
    public string Digest => HashOf(string.Concat(Parts.Select(part => $"{part.Name}\0{part.Value}\0")));

    /// <summary>The parts in which another key differs: changed, added or gone.</summary>
    public IEnumerable<string> DifferencesFrom(SessionKey other)
    {
        var before = other.Parts.ToDictionary(part => part.Name, part => part.Value, StringComparer.Ordinal);
        var changed = Parts.Where(part => !before.TryGetValue(part.Name, out var value) || value != part.Value).Select(part => part.Name);
        return changed.Concat(before.Keys.Except(Parts.Select(part => part.Name), StringComparer.Ordinal));
    }

    /// <summary>A text as a short word that no other text is likely to have.</summary>
    internal static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
