namespace Docsite.Tests.Execution;

/// <summary>A folder that vanishes with its test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("docsite-tests-");

    public string Path => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
