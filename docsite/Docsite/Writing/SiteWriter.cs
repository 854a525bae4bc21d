using System.Collections.Immutable;
using Docsite.Caching;
using Docsite.Diagnostics;
using Docsite.Pages;
using Docsite.Settings;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Writing;

/// <summary>Writes a whole site at once.</summary>
/// <remarks>
/// The files go into a fresh folder beside the output path, and the two folders then change places in one step of the file
/// system (<c>renameat2</c> with <c>RENAME_EXCHANGE</c>, <c>renamex_np</c> with <c>RENAME_SWAP</c>). Whenever the process is
/// ended, the output path names either the old site or the new one, complete; a pair of renames has a moment without any, and
/// a link to a versioned folder is no folder to those who upload or serve it. A lock file lets two builds at once write one after
/// the other; the system releases it when a process ends, and the next build removes what that process left behind.
/// </remarks>
public static class SiteWriter
{
    /// <summary>A file that marks a folder as written by a build, so that no other folder is ever replaced.</summary>
    public const string MarkerFile = ".docsite";

    private const string MarkerText = "This folder is replaced as a whole by every build of the site.\n";

    /// <summary>Writes the site, unless one of the findings so far is an error.</summary>
    /// <param name="files">All files of the site.</param>
    /// <param name="settings">Where it goes.</param>
    /// <param name="found">The findings of all earlier steps.</param>
    public static WriteResult Write(ImmutableArray<OutputFile> files, SiteSettings settings, ImmutableArray<Diagnostic> found) =>
        found.Any(finding => finding.Severity == Severity.Error) ? NotWritten : Write(files, settings, () => true, new FileOperations());

    /// <param name="files">See above.</param>
    /// <param name="settings">See above.</param>
    /// <param name="holds">Whether the site may come to its place; asked when its files are written, so that the last checks go on meanwhile.</param>
    /// <param name="disk">The disk.</param>
    /// <param name="last">What this process wrote the last time; files that are the same are not written again.</param>
    internal static WriteResult Write(ImmutableArray<OutputFile> files, SiteSettings settings, Func<bool> holds, IFileOperations disk, WrittenFiles? last = null)
    {
        var result = TryWrite(files, settings, holds, disk, last);
        // What was in the way is told whatever else is.
        return holds() || !result.IsWritten ? result : NotWritten;
    }

    /// <summary>What keeps any site from its place, whatever is found about this one; nothing where nothing does.</summary>
    internal static Diagnostic? Obstacle(SiteSettings settings) =>
        ForeignFile(Resolve(Path.GetFullPath(Path.Combine(settings.Root, settings.OutputPath)))) is { } foreign
            ? Finding(Severity.Error, settings.Places.Of("OutputPath", settings.OutputPath), $"the output folder holds '{foreign}', which no build has written [{settings.OutputPath}]", "empty the folder, or choose another OutputPath")
            : null;

    private static WriteResult NotWritten => new(false, []);

    private static WriteResult TryWrite(ImmutableArray<OutputFile> files, SiteSettings settings, Func<bool> holds, IFileOperations disk, WrittenFiles? last)
    {
        var output = Resolve(Path.GetFullPath(Path.Combine(settings.Root, settings.OutputPath)));
        if (Obstacle(settings) is { } obstacle) return new WriteResult(false, [obstacle]);
        try
        {
            return Replace(output, files, settings, holds, disk, last);
        }
        catch (SourceFileException e)
        {
            return Failed(e.SourcePath, $"the file cannot be copied: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failed(settings, $"the site cannot be written: {e.Message}", "the folder around it must be writable and have room for a second copy; the output folder itself may not be a mount");
        }
    }

    private static WriteResult Replace(
        string output, ImmutableArray<OutputFile> files, SiteSettings settings, Func<bool> holds, IFileOperations disk, WrittenFiles? last)
    {
        disk.CreateFolder(Path.GetDirectoryName(output)!);
        var all = files;
        if (settings.LinkHideExtensions) files = HiddenExtensions.In(files, settings.RootPath ?? "/");
        // It is read without a server, so its links name files.
        if (settings.ArchivePath is { } archive) files = files.Add(StepDefectException.In(nameof(OfflineArchive), () => OfflineArchive.Of(archive, all)));
        files = files.Add(OutputFile.Made.Of(MarkerFile, MarkerText));
        using var staging = StagingFolder.Open(output, disk);
        Fill(staging.Path, files, disk, file => last?.IsAt(output, file) == true && disk.Link(Path.Combine(output, file.Route), Path.Combine(staging.Path, file.Route)));
        if (!holds()) return NotWritten;
        last?.Remember(staging.Path, files);
        // Nobody else writes here yet; once it is in its place, another build may.
        var digest = last is null ? StampedSite.OutputDigest(staging.Path, files.Select(file => (file.Route, (file as OutputFile.Made)?.Content.AsMemory()))) : "";
        var placement = disk.Place(staging.Path, output);
        ImmutableArray<Diagnostic> notes = placement == Placement.Atomic ? [] :
        [
            Finding(Severity.Note, settings.Places.Of("OutputPath", settings.OutputPath), $"the site was moved to '{settings.OutputPath}' in two steps: this file system cannot exchange folders in one"),
        ];
        return new WriteResult(true, notes) { Digest = digest };
    }

    private static void Fill(string folder, ImmutableArray<OutputFile> files, IFileOperations disk, Predicate<OutputFile.Made> isTakenOver)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files.OrderBy(file => file.Route, StringComparer.Ordinal))
        {
            var path = Path.Combine(folder, file.Route);
            if (folders.Add(Path.GetDirectoryName(path)!)) disk.CreateFolder(Path.GetDirectoryName(path)!);
            if (file is OutputFile.Copied copied) CopyTo(path, copied, disk);
            else if (!isTakenOver((OutputFile.Made)file)) disk.Write(path, ((OutputFile.Made)file).Content.AsSpan());
        }
    }

    private static void CopyTo(string path, OutputFile.Copied file, IFileOperations disk)
    {
        try
        {
            disk.Copy(file.FullPath, path);
        }
        catch (Exception e) when (e is FileNotFoundException or UnauthorizedAccessException)
        {
            throw new SourceFileException(file.SourcePath, e is FileNotFoundException ? "it is gone" : "access is denied", e);
        }
    }

    // A link at the output path stays a link; what it names is replaced.
    private static string Resolve(string output) =>
        Directory.Exists(output) && Directory.ResolveLinkTarget(output, returnFinalTarget: true) is { } target ? target.FullName : output;

    private static string? ForeignFile(string output)
    {
        if (File.Exists(output)) return Path.GetFileName(output);
        if (!Directory.Exists(output) || File.Exists(Path.Combine(output, MarkerFile))) return null;
        return Directory.EnumerateFileSystemEntries(output).Select(Path.GetFileName).Order(StringComparer.Ordinal).FirstOrDefault();
    }

    private static WriteResult Failed(SiteSettings settings, string message, params ReadOnlySpan<string> notes) =>
        new(false, [Finding(Severity.Error, settings.Places.Of("OutputPath", settings.OutputPath), $"{message} [{settings.OutputPath}]", notes)]);

    private static WriteResult Failed(string path, string message) => new(false, [Finding(Severity.Error, new PageLocation(new PageText(path, ""), new TextSpan(0, 0)), message)]);

    private static Diagnostic Finding(Severity severity, PageLocation place, string message, params ReadOnlySpan<string> notes) =>
        new(DiagnosticIds.CannotWrite, severity, place, message) { Notes = [.. notes] };

    private sealed class SourceFileException(string sourcePath, string message, Exception inner) : IOException(message, inner)
    {
        public string SourcePath { get; } = sourcePath;
    }
}
