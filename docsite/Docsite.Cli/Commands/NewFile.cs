using Docsite.Diagnostics;

namespace Docsite.Cli.Commands;

/// <summary>Makes a file of the site that was not there.</summary>
internal static class NewFile
{
    /// <summary>Writes the file; nothing is ever replaced.</summary>
    /// <param name="site">The site.</param>
    /// <param name="folder">The folder of pages or examples that it goes to.</param>
    /// <param name="path">Its path below that folder, with or without the folder's name and the extension.</param>
    /// <param name="extension">What its name ends with.</param>
    /// <param name="title">Its title; nothing for its name in words.</param>
    /// <param name="text">Its text, given its path below the folder and its title.</param>
    public static int Write(LoadedSite site, string folder, string path, string extension, string? title, Func<string, string, string> text)
    {
        var inSite = Path.IsPathRooted(path) ? NamedPath.Of(site.Settings.Root, path) : path;
        if (inSite != path && !inSite.StartsWith(folder + "/", StringComparison.Ordinal)) return Refuse($"'{path}' does not lie in {folder}.");
        var name = inSite.Replace('\\', '/').Trim('/');
        if (name.StartsWith(folder + "/", StringComparison.Ordinal)) name = name[(folder.Length + 1)..];
        if (!name.EndsWith(extension, StringComparison.Ordinal)) name += extension;
        if (name.Split('/').Any(part => part is "" or "." or ".." || part[0] is '_' or '.')) return Refuse($"'{path}' names no file of the site: its parts may not be empty or start with '.' or '_'.");
        var file = Path.Combine(site.Settings.Root, folder, name);
        try
        {
            if (Taken(Path.Combine(site.Settings.Root, folder), name) is { } taken) return Refuse($"{folder}/{taken} is there already{(taken == name ? "" : ", and addresses do not tell upper from lower case")}.");
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text(name, title ?? FirstPage.TitleOf(name)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Refuse($"{folder}/{name} cannot be written: {error.Message}");
        }
        Console.WriteLine($"{folder}/{name}");
        Console.WriteLine($"verify it with: {ToolCommand.Here} verify {ShellWord.Of($"{folder}/{name}")}");
        return ExitCode.Verified;
    }

    private static string? Taken(string folder, string name) => !Directory.Exists(folder) ? null : Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).FirstOrDefault(file => file.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static int Refuse(string message)
    {
        Console.Error.WriteLine($"docsite: {message}");
        return ExitCode.Usage;
    }
}
