namespace Docsite.Protocol;

/// <summary>How a block reached past its own flow.</summary>
internal enum EscapeKind
{
    /// <summary>An exception left a thread that the block started.</summary>
    ThreadException,

    /// <summary>A task that the block started ended with an exception, and nobody asked.</summary>
    TaskException,

    /// <summary>More output than a block may print; the worker waits to be ended.</summary>
    TooMuchOutput,

    /// <summary>The block ended with another <see cref="Console.Out"/>, <see cref="Console.Error"/> or <see cref="Console.In"/>.</summary>
    ConsoleReplaced,

    /// <summary>The block closed the console.</summary>
    ConsoleClosed,

    /// <summary>The block left the current directory, the culture or an environment variable changed.</summary>
    SettingsChanged,

    /// <summary>A thread that the block started was still running at its end.</summary>
    ThreadLeft,

    /// <summary>Something that the block started printed when the block was over.</summary>
    LateOutput,

    /// <summary>A process that the block started was still running at its end.</summary>
    ProcessLeft,
}
