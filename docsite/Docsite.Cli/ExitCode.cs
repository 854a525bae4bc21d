namespace Docsite.Cli;

/// <summary>What the tool's end says to the shell.</summary>
public static class ExitCode
{
    /// <summary>Everything that the pages state holds.</summary>
    public const int Verified = 0;

    /// <summary>There are findings.</summary>
    public const int Findings = 1;

    /// <summary>The command line or <c>docsite.yml</c> cannot be understood, or a report that is asked for cannot be written.</summary>
    public const int Usage = 2;

    /// <summary>The tool itself failed.</summary>
    public const int Internal = 3;

    /// <summary>The user stopped it.</summary>
    public const int Cancelled = 130;

    /// <summary>The system stopped it.</summary>
    public const int Terminated = 143;

    /// <summary>What a run's end says.</summary>
    public static int Of(SiteResult result) => result.HasDefects ? Internal : result.HasErrors ? Findings : Verified;
}
