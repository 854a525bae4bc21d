using System.Runtime.InteropServices;

namespace Docsite.Execution;

/// <summary>The <c>dotnet</c> command whose runtime runs us, however we were started.</summary>
internal static class Muxer
{
    /// <summary>Its folder, where <c>shared</c> and <c>packs</c> are.</summary>
    internal static string Folder { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>Its path; the bare name, found by the search path, where the runtime stands alone.</summary>
    internal static string Path
    {
        get
        {
            var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
            var beside = System.IO.Path.Combine(Folder, name);
            return File.Exists(beside) ? beside : name;
        }
    }
}
