namespace Docsite.Writing;

/// <summary>What writing a site does to the disk, one call an operation, so that tests can stop it between any two.</summary>
internal interface IFileOperations
{
    /// <summary>Holds a file until disposed or until the process ends, however it ends; creates it where it is missing.</summary>
    /// <returns>Nothing when another process holds it.</returns>
    IDisposable? TryHold(string path);

    void CreateFolder(string path);

    void Write(string path, ReadOnlySpan<byte> content);

    void Copy(string from, string to);

    /// <summary>Gives a file a second name, under which it stays when the first one is removed.</summary>
    /// <returns>Whether the file system can.</returns>
    bool Link(string from, string to);

    /// <summary>Puts a complete folder at a path, in one step where the system has one; what lay there lies at <paramref name="staged"/> then.</summary>
    Placement Place(string staged, string path);

    /// <summary>Brings back or removes what an ended process left of <see cref="Place"/>.</summary>
    void Recover(string staged, string path);

    void DeleteFolder(string path);
}

/// <summary>How a folder came to its place.</summary>
internal enum Placement
{
    /// <summary>In one step; whenever the process is ended, a complete site lies there.</summary>
    Atomic,

    /// <summary>In two steps, as the file system cannot exchange folders; between them nothing lies there.</summary>
    TwoSteps,
}
