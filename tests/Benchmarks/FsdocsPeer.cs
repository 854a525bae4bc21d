using System.ComponentModel;
using System.Globalization;
using System.Text;
using TestSupport;

namespace Benchmarks;

/// <summary>The same number of values in an F# script that fsdocs evaluates and puts into a page.</summary>
internal sealed class FsdocsPeer : IPeer
{
    private const string Version = "22.2.0";

    private readonly string _folder = Repository.PathOf("artifacts", "benchmarks", "fsdocs");
    private readonly bool _isInstalled;

    public FsdocsPeer(int blocks)
    {
        var text = new StringBuilder("(**\n# Benchmark\n*)\n");
        for (var i = 0; i < blocks; i++) text.Append(CultureInfo.InvariantCulture, $"(**\nBlock {i}\n*)\nlet x{i} = {i}\nx{i} + 1\n(*** include-it ***)\n\n");
        Directory.CreateDirectory(Path.Combine(_folder, "docs"));
        File.WriteAllText(Path.Combine(_folder, "docs", "index.fsx"), text.ToString());
        _isInstalled = File.Exists(Tool) || Install();
    }

    /// <inheritdoc/>
    public string Name => $"fsdocs build --eval {Version}, 100 blocks of a script";

    /// <inheritdoc/>
    public bool IsSlow => true;

    private string Tool => Path.Combine(_folder, "tool", OperatingSystem.IsWindows() ? "fsdocs.exe" : "fsdocs");

    /// <inheritdoc/>
    public MeasuredProcess? Run() => _isInstalled
        ? MeasuredProcess.Run(_folder, Tool, "build", "--eval", "--clean", "--strict", "--input", "docs", "--output", "output", "--parameters", "root", "/", "fsdocs-repository-link", "none")
        : null;

    private bool Install()
    {
        try
        {
            _ = MeasuredProcess.Run(_folder, "dotnet", "tool", "install", "fsdocs-tool", "--version", Version, "--tool-path", "tool");
            return true;
        }
        catch (Exception refused) when (refused is InvalidOperationException or Win32Exception)
        {
            Console.WriteLine($"fsdocs cannot be installed: {refused.Message.Split('\n')[^1].Trim()}");
            return false;
        }
    }
}
