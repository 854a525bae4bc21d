using System.Diagnostics;

namespace TestSupport;

/// <summary>Runs the docsite tool that was built beside the tests, as a process of its own.</summary>
public static class DocsiteTool
{
    /// <summary>The configuration that the tests, and with them the projects of the site, were built in.</summary>
    public static string Configuration { get; } =
        Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)).StartsWith("release", StringComparison.Ordinal) ? "Release" : "Debug";

    /// <summary>Starts the tool and waits for its end.</summary>
    /// <param name="folder">The folder it is started in.</param>
    /// <param name="arguments">Its arguments.</param>
    public static ToolRun Run(string folder, params string[] arguments) => Run(folder, new Dictionary<string, string>(), arguments);

    /// <summary>The same with environment variables of its own.</summary>
    public static ToolRun Run(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using var process = Start(folder, environment, arguments);
        return End(process, "");
    }

    /// <summary>The same with lines that it is answered.</summary>
    public static ToolRun Answer(string folder, string input, params string[] arguments)
    {
        using var process = Start(folder, new Dictionary<string, string>(), arguments);
        return End(process, input);
    }

    /// <summary>Waits for the end of a running tool.</summary>
    /// <param name="process">The tool.</param>
    /// <param name="input">What it is told first.</param>
    public static ToolRun End(Process process, string input)
    {
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new ToolRun(process.ExitCode, output + errors.GetAwaiter().GetResult()) { StandardOutput = output };
    }

    /// <summary>Starts the tool and leaves it running.</summary>
    public static Process Start(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Docsite.Cli.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}

/// <summary>What a run of the tool gave.</summary>
/// <param name="ExitCode">0 verified, 1 findings, 2 usage or settings, 3 internal, 130 and 143 stopped.</param>
/// <param name="Output">Standard output, then standard error.</param>
public sealed record ToolRun(int ExitCode, string Output)
{
    /// <summary>Standard output alone.</summary>
    public string StandardOutput { get; init; } = Output;
}
