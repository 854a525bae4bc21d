using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Docsite.Execution;

namespace Docsite.Caching;

/// <summary>What the blocks see, named so that other content has another name.</summary>
internal static class EnvironmentIdentity
{
    /// <summary>The framework by its version; every other assembly by the id that its compiler gave to its content.</summary>
    internal static IEnumerable<KeyPart> Of(BlockEnvironment environment)
    {
        var all = environment.References.Concat(environment.Assemblies).Distinct(StringComparer.Ordinal).ToLookup(IsInstalled);
        yield return new KeyPart("runtime", $"{Environment.Version} {RuntimeInformation.RuntimeIdentifier}");
        yield return new KeyPart("framework", string.Join('\n', all[true].Select(Path.GetDirectoryName).Distinct().Order(StringComparer.Ordinal)));
        foreach (var name in all[false].GroupBy(Path.GetFileName, StringComparer.Ordinal).OrderBy(name => name.Key, StringComparer.Ordinal))
        {
            yield return new KeyPart($"assembly {name.Key}", string.Join(' ', name.Select(IdOf)));
        }
        yield return new KeyPart("usings", string.Join('\n', environment.Usings));
    }

    /// <summary>The id of an assembly, or a hash of a file that is none.</summary>
    internal static string IdOf(string path)
    {
        if (!File.Exists(path)) return "missing";
        try
        {
            using var file = File.OpenRead(path);
            using var image = new PEReader(file);
            if (image.PEHeaders.CorHeader is null) return HashOf(path);
            var metadata = image.GetMetadataReader();
            return metadata.GetGuid(metadata.GetModuleDefinition().Mvid).ToString("N");
        }
        catch (BadImageFormatException)
        {
            // A native library of another system's format, or what is left of an assembly.
            return HashOf(path);
        }
    }

    private static string HashOf(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));

    // What an installation brings is never changed in place: its folder has the version in its name.
    internal static bool IsInstalled(string path) =>
        path.StartsWith(Muxer.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
