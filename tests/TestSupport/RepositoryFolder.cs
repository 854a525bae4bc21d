namespace TestSupport;

/// <summary>Where the repository's sources are, found from where its tests run.</summary>
public static class RepositoryFolder
{
    /// <summary>The folder of the solution.</summary>
    /// <exception cref="DirectoryNotFoundException">The tests run outside the repository.</exception>
    public static string Root { get; } = Find();

    /// <summary>A path below the root.</summary>
    /// <param name="parts">Names of folders and files.</param>
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "FrameVectors.slnx"))) return folder.FullName;
        }
        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds FrameVectors.slnx.");
    }
}
