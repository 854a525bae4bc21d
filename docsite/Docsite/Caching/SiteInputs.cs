using System.Runtime.InteropServices;
using Docsite.Discovery;
using Docsite.Execution;
using Docsite.Settings;

namespace Docsite.Caching;

/// <summary>Words for what a run over a site is made from.</summary>
internal static class SiteInputs
{
    /// <summary>The files below the input and example folders; nothing where one of them cannot be read.</summary>
    /// <returns>A word for their content and one for their times.</returns>
    internal static (string Content, string Times)? Look(SiteSettings settings)
    {
        try
        {
            using var digest = new FilesDigest();
            foreach (var folder in settings.InputPaths.Concat(settings.ExamplePaths))
            {
                digest.AddText(folder);
                digest.AddFolder(Path.Combine(settings.Root, folder), name => name[0] != '.');
            }
            return (digest.Content, digest.Times);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Everything beside those files: the tool, the runtime, what blocks see, the last commit.</summary>
    /// <returns>Nothing where some of it cannot be told.</returns>
    internal static string? Around(SiteSettings settings, BlockEnvironment environment)
    {
        if (FileDates.LastCommit(settings) is not { } commit) return null;
        using var digest = new FilesDigest();
        digest.AddText(commit);
        digest.AddText($"{Environment.Version} {RuntimeInformation.RuntimeIdentifier}");
        AddTool(digest);
        foreach (var path in environment.References.Concat(environment.Assemblies))
        {
            // What an installation brings is never changed in place: its folder has the version in its name.
            if (EnvironmentIdentity.IsInstalled(path)) digest.AddText(path);
            else digest.AddFile(path, path);
        }
        foreach (var project in environment.Projects)
        {
            digest.AddText(project.ToString());
            // The reference shows the comments, which are no part of an assembly.
            digest.AddFile("comments", Path.ChangeExtension(project.Assembly, ".xml"));
        }
        return digest.Content;
    }

    // Its own assemblies by their identity, so that building the same again changes nothing; those it brings along by their looks.
    private static void AddTool(FilesDigest digest)
    {
        digest.AddText(AppContext.BaseDirectory);
        foreach (var file in new DirectoryInfo(AppContext.BaseDirectory).EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            if (file.Extension is not (".dll" or ".xml" or ".json")) continue;
            digest.AddText(file.Extension == ".dll" && file.Name.StartsWith("Docsite.", StringComparison.Ordinal)
                ? $"{file.Name} {EnvironmentIdentity.IdOf(file.FullName)}" : $"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}");
        }
    }
}
