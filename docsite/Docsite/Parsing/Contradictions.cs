namespace Docsite.Parsing;

/// <summary>Why two options exclude each other.</summary>
internal static class Contradictions
{
    public static string Reason(string one, string other) => (one, other) switch
    {
        _ when Are(one, other, "session", "fresh") => "a fresh block has a session of its own",
        _ when one == "setup" || other == "setup" => "a setup block runs first in every session of the page, to its end and in every variant",
        _ when one == "timeout" || other == "timeout" => "a block that is not run needs no time",
        _ => "a block runs, or is compile, or fails=, or throws=, or ignore=: one of them",
    };

    private static bool Are(string one, string other, string first, string second) =>
        (one == first && other == second) || (one == second && other == first);
}
