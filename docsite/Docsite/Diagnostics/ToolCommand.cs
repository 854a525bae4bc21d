using System.Text.Json;

namespace Docsite.Diagnostics;

/// <summary>What a reader types to call the tool.</summary>
public static class ToolCommand
{
    private const string Name = "docsite";

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>What that is in the process's folder.</summary>
    public static string Here { get; } = Folder() is { } folder ? In(folder) : Name;

    /// <summary><c>dotnet docsite</c> where a manifest of local tools, in the folder or above it, has the tool; else <c>docsite</c>.</summary>
    public static string In(string folder)
    {
        for (var directory = new DirectoryInfo(folder); directory is not null; directory = directory.Parent)
        {
            foreach (var path in new[] { Path.Combine(directory.FullName, ".config", "dotnet-tools.json"), Path.Combine(directory.FullName, "dotnet-tools.json") })
            {
                if (Read(path) is not { } manifest) continue;
                if (manifest.HasTool) return $"dotnet {Name}";
                if (manifest.IsRoot) return Name;
            }
        }
        return Name;
    }

    // A folder can be removed while a process stands in it.
    private static string? Folder()
    {
        try
        {
            return Directory.GetCurrentDirectory();
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // What dotnet itself cannot read calls no tool.
    private static (bool HasTool, bool IsRoot)? Read(string path)
    {
        try
        {
            if (!File.Exists(path)) return null;
            using var manifest = JsonDocument.Parse(RegularFile.ReadText(path), Lenient);
            var hasTool = manifest.RootElement.GetProperty("tools").EnumerateObject()
                .Any(tool => tool.Value.GetProperty("commands").EnumerateArray().Any(command => command.GetString() == Name));
            return (hasTool, manifest.RootElement.TryGetProperty("isRoot", out var root) && root.ValueKind == JsonValueKind.True);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
