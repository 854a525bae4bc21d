using Docsite.Execution;
using Docsite.Parsing;

namespace Docsite.Verification;

/// <summary>What a step announces to go wrong.</summary>
internal static class Announcements
{
    /// <summary>Whether an exception is announced, by the fence or by a comment.</summary>
    public static bool OfThrow(StepRun run) => run.StatedThrow is not null || run.Step is SessionStep.Block { Options.Kind: BlockKind.Throws };

    /// <summary>Whether a stated type name, simple or full, is that of a type given by its full name.</summary>
    public static bool IsType(string stated, string full)
    {
        var (name, type) = (stated.Replace('+', '.'), full.Replace('+', '.'));
        return type == name || type.EndsWith("." + name, StringComparison.Ordinal);
    }

    /// <summary>The last part of a type's full name.</summary>
    public static string SimpleName(string full) => full[(full.LastIndexOfAny(['.', '+']) + 1)..];
}
