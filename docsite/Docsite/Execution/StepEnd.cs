using System.Text.Json.Serialization;
using Docsite.Pages;

namespace Docsite.Execution;

/// <summary>How a step ended.</summary>
[JsonDerivedType(typeof(Completed), nameof(Completed))]
[JsonDerivedType(typeof(CompiledOnly), nameof(CompiledOnly))]
[JsonDerivedType(typeof(DidNotCompile), nameof(DidNotCompile))]
[JsonDerivedType(typeof(Threw), nameof(Threw))]
[JsonDerivedType(typeof(TimedOut), nameof(TimedOut))]
[JsonDerivedType(typeof(ProcessEnded), nameof(ProcessEnded))]
[JsonDerivedType(typeof(NotRun), nameof(NotRun))]
[JsonDerivedType(typeof(SettingsFailed), nameof(SettingsFailed))]
public abstract record StepEnd
{
    private StepEnd()
    {
    }

    /// <summary>It ran to its end.</summary>
    public sealed record Completed : StepEnd;

    /// <summary>It was compiled and, as asked, not run.</summary>
    public sealed record CompiledOnly : StepEnd;

    /// <summary>It did not compile.</summary>
    public sealed record DidNotCompile : StepEnd;

    /// <summary>An exception left it.</summary>
    /// <param name="TypeName">Full name of the exception's type.</param>
    /// <param name="Message">Its message.</param>
    /// <param name="Location">The statement on the page that threw, or called what threw.</param>
    /// <param name="StackTrace">Frames as text, page positions where there are any.</param>
    public sealed record Threw(string TypeName, string Message, PageLocation Location, string StackTrace) : StepEnd;

    /// <summary>It was still running when its time was up; its process was ended.</summary>
    /// <param name="Limit">The limit.</param>
    /// <param name="Location">The statement that was running.</param>
    public sealed record TimedOut(TimeSpan Limit, PageLocation Location) : StepEnd;

    /// <summary>Its process ended: an exit call, a stack overflow, a crash.</summary>
    /// <param name="Reason">What is known, e.g. <c>stack overflow</c> or <c>exit code 3</c>.</param>
    /// <param name="Location">The statement that was running.</param>
    public sealed record ProcessEnded(string Reason, PageLocation Location) : StepEnd;

    /// <summary>It was not run because something before it failed.</summary>
    /// <param name="Reason">Which step, and why.</param>
    public sealed record NotRun(string Reason) : StepEnd;

    /// <summary>It was not run because what it needs of the settings does not compile or run: a finding about the settings, not about the page.</summary>
    /// <param name="Message">What is wrong there.</param>
    public sealed record SettingsFailed(string Message) : StepEnd
    {
        /// <summary>Whether it misses what a namespace would bring that the settings import and that does not exist; else its variant cannot be declared.</summary>
        public bool IsOfImports { get; init; }
    }
}
