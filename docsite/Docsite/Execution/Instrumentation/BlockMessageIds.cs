namespace Docsite.Execution.Instrumentation;

/// <summary>Our own messages about a block, beside the compiler's.</summary>
public static class BlockMessageIds
{
    /// <summary>A value comment stands behind something that has no value.</summary>
    public const string NoValue = "DOC0103";

    /// <summary>A block contains <c>#line</c>.</summary>
    public const string LineDirective = "DOC0104";

    /// <summary>An exception left a thread that a block started.</summary>
    public const string ThreadException = "DOC0401";

    /// <summary>What a session declared with <c>using</c> could not be disposed at its end, or printed something then.</summary>
    public const string DisposalFailed = "DOC0402";

    /// <summary>A block left the console replaced or closed.</summary>
    public const string ConsoleLeft = "DOC0801";

    /// <summary>A block left the culture, the current directory or the environment changed.</summary>
    public const string SettingsLeft = "DOC0802";

    /// <summary>A block left a thread running.</summary>
    public const string ThreadLeft = "DOC0803";

    /// <summary>A block left a process running.</summary>
    public const string ProcessLeft = "DOC0804";
}
