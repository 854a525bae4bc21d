namespace Docsite.Writing;

/// <summary>The files of a site as a build wrote them, so that the next one in the same process takes over what is the same.</summary>
internal sealed class WrittenFiles
{
    private Dictionary<string, (OutputFile File, long Length, DateTime Time)> _files = new(StringComparer.Ordinal);

    /// <summary>Whether the file at a place is still what was written there for the same file of the site; another build may have written it since.</summary>
    /// <param name="folder">Where the site lies.</param>
    /// <param name="file">A file of the new site.</param>
    public bool IsAt(string folder, OutputFile.Made file) =>
        _files.TryGetValue(file.Route, out var written) && written.File == (object)file && Look(folder, file) == (written.Length, written.Time);

    /// <summary>Remembers what lies in a folder that nobody else writes to.</summary>
    public void Remember(string folder, IEnumerable<OutputFile> files) => _files = files.OfType<OutputFile.Made>().ToDictionary(file => file.Route, file =>
    {
        var (length, time) = Look(folder, file);
        return ((OutputFile)file, length, time);
    }, StringComparer.Ordinal);

    private static (long Length, DateTime Time) Look(string folder, OutputFile.Made file)
    {
        var info = new FileInfo(Path.Combine(folder, file.Route));
        return info.Exists ? (info.Length, info.LastWriteTimeUtc) : (-1, default);
    }
}
