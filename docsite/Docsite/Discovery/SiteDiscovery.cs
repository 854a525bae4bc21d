using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Pages;
using Docsite.Settings;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Discovery;

/// <summary>Finds the pages and files of a site.</summary>
/// <remarks>
/// Names that start with <c>_</c> or <c>.</c> are never published. A file that cannot be read is a finding; the rest is still found.
/// </remarks>
public static class SiteDiscovery
{
    /// <summary>Reads the input folders of a site.</summary>
    public static SiteSource Discover(SiteSettings settings)
    {
        var walk = new Walk(settings);
        foreach (var input in settings.InputPaths) walk.Enter(input);
        foreach (var folder in settings.ExamplePaths) walk.EnterExamples(folder);
        return walk.Result();
    }

    private sealed class Walk(SiteSettings settings)
    {
        // What describes a folder itself; pages below inherit everything else.
        private static readonly ImmutableArray<string> OfTheFolder =
            ["Title", "Order", "Description", "Xref", "Recursive"];

        private const string Cure = "make it readable, or leave it out with ExcludedPaths in docsite.yml";

        private readonly ExcludedFiles _excluded = new(settings);
        private readonly ImmutableArray<SourcePage>.Builder _pages = ImmutableArray.CreateBuilder<SourcePage>();
        private readonly ImmutableArray<SourcePage>.Builder _unread = ImmutableArray.CreateBuilder<SourcePage>();
        private readonly ImmutableArray<SourceFile>.Builder _files = ImmutableArray.CreateBuilder<SourceFile>();
        private readonly ImmutableArray<SourceFile>.Builder _unreadFiles = ImmutableArray.CreateBuilder<SourceFile>();
        private readonly ImmutableArray<SourceFolder>.Builder _folders = ImmutableArray.CreateBuilder<SourceFolder>();
        private readonly ImmutableArray<Diagnostic>.Builder _findings = ImmutableArray.CreateBuilder<Diagnostic>();

        public SiteSource Result()
        {
            if (_pages.Count == 0 && _findings.Count == 0) Report("docsite.yml", $"there is no page in {string.Join(", ", settings.InputPaths)}; a site has one at least");
            _findings.AddRange(_excluded.Findings());
            return Found();
        }

        private SiteSource Found() => new(
            [.. _pages.OrderBy(page => page.Text.Path, StringComparer.Ordinal)],
            [.. _files.OrderBy(file => file.Path, StringComparer.Ordinal)],
            [.. _folders.OrderBy(folder => folder.Route, StringComparer.Ordinal)],
            _findings.ToImmutable())
        {
            Unread = _unread.ToImmutable(),
            UnreadFiles = _unreadFiles.ToImmutable(),
        };

        public void Enter(string input)
        {
            var folder = new DirectoryInfo(Path.Combine(settings.Root, input));
            var before = (_pages.Count, _unread.Count, _files.Count, _findings.Count);
            if (folder.Exists) Visit(folder, input, input, MetadataReader.None);
            else Report(settings.Places.Of("InputPaths", input), $"the folder '{input}' of InputPaths does not exist", "make it, or name another one");
            if ((_pages.Count, _unread.Count, _files.Count, _findings.Count) == before && settings.InputPaths.Length > 1) ReportEmpty("InputPaths", input, "nothing in it is published");
        }

        /// <summary>The programs right in a folder; they are published below its name, as pages and as files.</summary>
        public void EnterExamples(string path)
        {
            var folder = new DirectoryInfo(Path.Combine(settings.Root, path));
            if (!folder.Exists) Report(settings.Places.Of("ExamplePaths", path), $"the folder '{path}' of ExamplePaths does not exist", "make it, name another one, or take the setting out");
            if (!folder.Exists || Entries(folder, path) is not { } entries) return;
            var own = Metadata(entries, $"{path}/_directory.yml");
            var programs = entries.OfType<FileInfo>().Where(file => IsPublished(file, path) && file.Name.EndsWith(".cs", StringComparison.Ordinal)).ToList();
            if (programs is []) ReportEmpty("ExamplePaths", path, "an example is a file .cs right in it");
            foreach (var file in programs)
            {
                var text = Read(file, $"{path}/{file.Name}");
                Add(text, new SourcePage(text ?? new PageText($"{path}/{file.Name}", ""), Route.OfPage($"{folder.Name}/{file.Name}"), own.RemoveRange(OfTheFolder)) { IsExample = true });
                if (text is null) continue;
                _files.Add(new SourceFile($"{path}/{file.Name}", Route.OfExampleFile($"{path}/{file.Name}"), file.FullName));
            }
            _folders.Add(new SourceFolder(Route.FolderOf(Route.OfPage($"{folder.Name}/x")), own));
        }

        private void Visit(DirectoryInfo folder, string path, string input, ImmutableDictionary<string, string> inherited)
        {
            if (Entries(folder, path) is not { } entries) return;
            var own = Metadata(entries, $"{path}/_directory.yml");
            var isOwn = own.TryGetValue("Recursive", out var recursive) && !bool.Parse(recursive);
            var passedOn = own.RemoveRange(OfTheFolder);
            var here = inherited.SetItems(passedOn);
            var pagesBefore = _pages.Count;
            foreach (var entry in entries.Where(entry => IsPublished(entry, path)))
            {
                var entryPath = $"{path}/{entry.Name}";
                if (entry is DirectoryInfo child) Visit(child, entryPath, input, isOwn ? inherited : here);
                else if (IsPage(entry.Name)) AddPage((FileInfo)entry, entryPath, input, here.SetItems(Sidecar(entries, path, entry.Name)));
                else AddFile((FileInfo)entry, entryPath, input);
            }
            if (_pages.Count > pagesBefore)
            {
                var route = path.Length == input.Length ? "" : Route.FolderOf(Route.OfPage(path[(input.Length + 1)..] + "/x"));
                _folders.Add(new SourceFolder(route, own));
            }
        }

        private List<FileSystemInfo>? Entries(DirectoryInfo folder, string path)
        {
            try
            {
                return [.. folder.EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal)];
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Report(path, $"the folder cannot be read: {Reason(e, path)}", Cure);
                return null;
            }
        }

        private bool IsPublished(FileSystemInfo entry, string path)
        {
            if (entry.Name[0] is '_' or '.') return false;
            if (_excluded.Contains($"{path}/{entry.Name}")) return false;
            if (entry is not DirectoryInfo || entry.LinkTarget is null) return true;
            // A link to a folder may lead back to itself; what it holds is published where it really lies.
            Report($"{path}/{entry.Name}", "a link to a folder is not followed");
            return false;
        }

        private void AddPage(FileInfo file, string path, string input, ImmutableDictionary<string, string> metadata)
        {
            var text = Read(file, path);
            Add(text, new SourcePage(text ?? new PageText(path, ""), Route.OfPage(path[(input.Length + 1)..]), metadata));
        }

        private void Add(PageText? text, SourcePage page) => (text is null ? _unread : _pages).Add(page);

        // It is copied when the site is written; that it can be is told whatever is asked for.
        private void AddFile(FileInfo file, string path, string input)
        {
            var found = new SourceFile(path, path[(input.Length + 1)..], file.FullName);
            (Attempt(path, Opened) is null ? _unreadFiles : _files).Add(found);

            SourceFile Opened()
            {
                using var content = RegularFile.Open(file.FullName);
                return found;
            }
        }

        private ImmutableDictionary<string, string> Sidecar(List<FileSystemInfo> entries, string path, string pageName) =>
            Metadata(entries, $"{path}/_{Path.GetFileNameWithoutExtension(pageName)}.yml");

        private ImmutableDictionary<string, string> Metadata(List<FileSystemInfo> entries, string path)
        {
            var file = entries.Find(entry => entry is FileInfo && path.EndsWith($"/{entry.Name}", StringComparison.Ordinal));
            if (file is null || Read((FileInfo)file, path) is not { } text) return MetadataReader.None;
            return MetadataReader.Read(text, _findings);
        }

        private PageText? Read(FileInfo file, string path)
        {
            if (Attempt(path, () => RegularFile.ReadText(file.FullName)) is not { } bytes) return null;
            var (text, problem) = PageDecoder.Decode(path, bytes);
            if (problem is null) return text;
            _findings.Add(problem);
            return null;
        }

        private T? Attempt<T>(string path, Func<T> read)
            where T : class
        {
            try
            {
                return read();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Report(path, $"the file cannot be read: {Reason(e, path)}", Cure);
                return null;
            }
        }

        private void ReportEmpty(string setting, string path, string why) =>
            _findings.Add(new Diagnostic(DiagnosticIds.NothingMatches, Severity.Warning, settings.Places.Of(setting, path), $"the folder '{path}' of {setting} adds nothing to the site") { Notes = [why] });

        private void Report(string path, string message, params ImmutableArray<string> notes) =>
            Report(new PageLocation(new PageText(path, ""), new TextSpan(0, 0)), message, notes);

        private void Report(PageLocation place, string message, params ImmutableArray<string> notes) =>
            _findings.Add(new Diagnostic(DiagnosticIds.UnreadableFile, Severity.Error, place, message) { Notes = notes });

        // The framework's messages name the full path, which differs from machine to machine.
        private static string Reason(Exception e, string path) => e switch
        {
            // The bytes of a name that are no UTF-8 are read as this sign, and nothing is called so.
            FileNotFoundException when path.Contains('\uFFFD', StringComparison.Ordinal) => "its name is not UTF-8; give it another one",
            UnauthorizedAccessException => "access is denied",
            RegularFile.NotRegularFileException or RegularFile.TooLongException => e.Message,
            FileNotFoundException or DirectoryNotFoundException => "it is gone, or a link to nothing",
            _ when e.Message.Contains("symbolic links", StringComparison.Ordinal) => "it is a link that leads back to itself",
            _ => e.GetType().Name,
        };

        private static bool IsPage(string name) =>
            name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);
    }
}
