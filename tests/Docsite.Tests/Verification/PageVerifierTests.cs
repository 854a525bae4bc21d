using System.Collections.Immutable;
using System.Text;
using CsCheck;
using Docsite.Diagnostics;
using Docsite.Execution;
using Docsite.Pages;
using Docsite.Parsing;
using Docsite.Planning;
using Docsite.Tests.Parsing;
using Docsite.Verification;

namespace Docsite.Tests.Verification;

/// <summary>Runs are played here, for what no page brings about at will, and for laws over many texts.</summary>
public sealed class PageVerifierTests
{
    private static readonly (string First, string Later)[] Places =
        [("", ""), ("- ", "  "), ("> ", "> "), (">", ">"), ("1. ", "   "), ("-\t", "\t"), ("> - ", ">   "), ("  ", "  "), ("- > ", "  > "), (">\t", ">\t")];

    [Fact]
    public void AStepThatWasNotRunIsANoteBesideAnErrorAndElseAnError()
    {
        var page = ParsePage.Of("```csharp\n1\n```\n```csharp\n2\n```\n");
        Assert.Equal([Severity.Error, Severity.Error], Verify(page, step => new StepRun(step, new StepEnd.NotRun("x"))).Select(finding => finding.Severity));
        var mixed = Verify(page, step => new StepRun(step, step.Id == "page#block-1" ? new StepEnd.ProcessEnded("exit code 3", step.Location) : new StepEnd.NotRun("x")));
        Assert.Equal([(DiagnosticIds.ProcessEnded, Severity.Error), (DiagnosticIds.NotRun, Severity.Note)], mixed.Select(finding => (finding.Id, finding.Severity)));
    }

    [Fact]
    public void ARunThatIsMissingIsRefused()
    {
        var page = ParsePage.Of("```csharp\n1\n```\n");
        var plan = SessionPlanner.Plan(page, ParsePage.Settings).Sessions[0];
        Assert.Throws<ArgumentException>(() => PageVerifier.Verify(page, [new SessionRun(plan, [])], ParsePage.Settings));
    }

    [Fact]
    public void WhateverIsPrintedIsAcceptedOnceAndThenHolds()
    {
        var line = Gen.Frequency((5, Gen.String[Gen.Char["ab `~.>-[]😀\t"], 0, 8]), (1, Gen.Const("...")), (1, Gen.Const("````")), (1, Gen.Const("")));
        var output = line.Array[0, 5].Select(lines => string.Join('\n', lines));
        Gen.Select(output, output, Gen.Int[0, Places.Length - 1], Gen.Int[0, 2], Gen.Bool).Sample((stated, printed, place, lineEnd, hasFence) =>
        {
            var text = Page(Places[place], hasFence ? stated : null, new[] { "\n", "\r\n", "\r" }[lineEnd]);
            var accepted = Accept(text, printed);
            Assert.Equal(accepted, Accept(accepted, printed));
            if (PrintsNothingYet(text, printed)) Assert.Equal(text, accepted);
        }, iter: 3_000);
    }

    /// <summary>Whether the page already states what is printed.</summary>
    private static bool PrintsNothingYet(string text, string printed) => Verify(ParsePage.Of(text), step => new StepRun(step, new StepEnd.Completed()) { Output = printed }).IsEmpty;

    private static string Accept(string text, string printed)
    {
        var page = ParsePage.Of(text);
        Assert.Equal("", ParsePage.Findings(page));
        var findings = Verify(page, step => new StepRun(step, new StepEnd.Completed()) { Output = printed });
        // Written down, a printed '...' would stand for any lines, so it is refused.
        var isRefused = printed.Split('\n').Any(line => line == "..." || line.Contains("[..]", StringComparison.Ordinal));
        if (isRefused && findings.Any(finding => finding.Edits.IsEmpty)) return text;
        Assert.All(findings, finding => Assert.NotEmpty(finding.Edits));
        var accepted = Encoding.UTF8.GetString(PageEditor.Apply(page.Page, findings.SelectMany(finding => finding.Edits)));
        var after = ParsePage.Of(accepted);
        Assert.Equal("", ParsePage.Findings(after));
        Assert.Empty(Verify(after, step => new StepRun(step, new StepEnd.Completed()) { Output = printed }));
        return accepted;
    }

    private static string Page((string First, string Later) place, string? stated, string lineEnd)
    {
        var (first, later) = place;
        string[] fence = stated is null ? [] : [$"{later}~~~~~~~~~~output", .. stated.Split('\n').Select(line => later + line), $"{later}~~~~~~~~~~"];
        return string.Join(lineEnd, (string[])[$"{first}```csharp", $"{later}x();", $"{later}```", .. fence, "", "After 😀."]);
    }

    private static ImmutableArray<Diagnostic> Verify(ParsedPage page, Func<SessionStep, StepRun> run)
    {
        var plan = SessionPlanner.Plan(page, ParsePage.Settings);
        return PageVerifier.Verify(page, [.. plan.Sessions.Select(session => new SessionRun(session, [.. session.Steps.Select(run)]))], ParsePage.Settings).Diagnostics;
    }
}
