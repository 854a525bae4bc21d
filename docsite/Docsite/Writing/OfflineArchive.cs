using System.IO.Compression;

namespace Docsite.Writing;

/// <summary>The whole site as one file, to read without a network.</summary>
internal static class OfflineArchive
{
    // The earliest time that the format knows; the same site gives the same bytes at any time.
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Packs all files, in ordinal order of their paths.</summary>
    /// <exception cref="IOException">A file that is copied cannot be read.</exception>
    public static OutputFile.Made Of(string route, IEnumerable<OutputFile> files)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files.OrderBy(file => file.Route, StringComparer.Ordinal))
            {
                var entry = archive.CreateEntry(file.Route, CompressionLevel.Optimal);
                entry.LastWriteTime = Time;
                using var stream = entry.Open();
                stream.Write(file is OutputFile.Made made ? made.Content.AsSpan() : File.ReadAllBytes(((OutputFile.Copied)file).FullPath));
            }
        }
        return new OutputFile.Made(route, [.. bytes.ToArray()]);
    }
}
