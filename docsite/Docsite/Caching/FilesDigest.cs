using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Docsite.Caching;

/// <summary>Makes one word of many files: their paths and their bytes, and apart from that their times.</summary>
internal sealed class FilesDigest : IDisposable
{
    private readonly IncrementalHash _content = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IncrementalHash _times = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Every file below a folder, in ordinal order; a link to a folder counts as a file without content.</summary>
    /// <param name="folder">The folder; one that does not exist is empty.</param>
    /// <param name="isRead">Whether a name counts, and for a folder all below it.</param>
    internal void AddFolder(string folder, Predicate<string> isRead)
    {
        if (!Directory.Exists(folder)) return;
        var found = new List<Found>();
        Visit(new DirectoryInfo(folder), "", isRead, found);
        foreach (var file in AtOnce.Of(found, one => one.Read()))
        {
            AddText(file.Name);
            if (file.Content is null) continue;
            AddText(file.Content);
            AddTime(file.Time);
        }
    }

    /// <summary>Files in a folder that nobody else has touched since they were written: the same word for their content as for the folder, mostly without reading them.</summary>
    /// <param name="folder">Where they lie.</param>
    /// <param name="files">All that is there: paths below it, with <c>/</c>, and the content; nothing where it is to be read.</param>
    internal void AddWritten(string folder, IEnumerable<(string Name, ReadOnlyMemory<byte>? Content)> files)
    {
        var ordered = files.OrderBy(file => file.Name.Split('/'), InFolders).ToList();
        foreach (var (name, hash) in AtOnce.Of(ordered, file => (file.Name, file.Content is { } content ? HashOf(content.Span) : HashOf(Path.Combine(folder, file.Name)))))
        {
            AddText(name);
            AddText(hash);
        }
    }

    /// <summary>One file; one that does not exist has a word too.</summary>
    /// <param name="name">What it is called in the word.</param>
    /// <param name="path">Where it lies.</param>
    internal void AddFile(string name, string path)
    {
        AddText(name);
        AddText(HashOf(path));
        AddTime(File.GetLastWriteTimeUtc(path).Ticks);
    }

    /// <summary>Something else that takes part.</summary>
    internal void AddText(string text)
    {
        _content.AppendData(Encoding.UTF8.GetBytes(text));
        _content.AppendData([0]);
    }

    /// <summary>A moment that takes part only where times do.</summary>
    internal void AddTime(long ticks)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, ticks);
        _times.AppendData(bytes);
    }

    /// <summary>The word for what was added so far.</summary>
    internal string Content => Convert.ToHexStringLower(_content.GetCurrentHash());

    /// <summary>The word for the times of it: two looks that agree in both words have seen the same files, untouched between them.</summary>
    internal string Times => Convert.ToHexStringLower(_times.GetCurrentHash());

    /// <summary>The word for one file's bytes; empty where there is none that can be read, as where a link leads nowhere.</summary>
    internal static string HashOf(string path)
    {
        try
        {
            return File.Exists(path) ? HashOf(RegularFile.Read(path)) : "";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>The word for bytes.</summary>
    internal static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <inheritdoc/>
    public void Dispose()
    {
        _content.Dispose();
        _times.Dispose();
    }

    // The order in which a walk through the folders meets them.
    private static readonly Comparer<string[]> InFolders = Comparer<string[]>.Create((one, other) =>
    {
        var shared = one.AsSpan().CommonPrefixLength(other);
        return shared < one.Length && shared < other.Length ? string.CompareOrdinal(one[shared], other[shared]) : one.Length - other.Length;
    });

    // What cannot be read is found when the site is read.
    private static readonly EnumerationOptions All = new() { IgnoreInaccessible = true, AttributesToSkip = default };

    private static void Visit(DirectoryInfo folder, string path, Predicate<string> isRead, List<Found> found)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos("*", All).Where(entry => isRead(entry.Name)).OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            var name = $"{path}{entry.Name}";
            if (entry is FileInfo) found.Add(new Found(name, entry.FullName));
            else if (entry.LinkTarget is null) Visit((DirectoryInfo)entry, name + "/", isRead, found);
            else found.Add(new Found($"{name} -> {entry.LinkTarget}", null));
        }
    }

    private sealed record Found(string Name, string? Path)
    {
        public Found Read() => Path is null ? this : this with { Content = HashOf(Path), Time = File.GetLastWriteTimeUtc(Path).Ticks };

        public string? Content { get; private init; }

        public long Time { get; private init; }
    }
}
