using System.Collections.Immutable;

namespace RuleRemoval;

/// <summary>One rule of the model, and how it is taken out.</summary>
/// <param name="Name">A word or two for the command line.</param>
/// <param name="Says">The rule, as its page explains it.</param>
/// <param name="File">The file of the model that has it.</param>
/// <param name="With">The text with the rule; it stands once in the file.</param>
/// <param name="Without">The text without it; the model still compiles.</param>
/// <param name="ExplainedOn">The pages that explain it, so each of them must fail.</param>
public sealed record Rule(string Name, string Says, string File, string With, string Without, params ImmutableArray<string> ExplainedOn);
