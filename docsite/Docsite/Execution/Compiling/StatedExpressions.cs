using System.Collections.Immutable;
using System.Globalization;
using Docsite.Diagnostics;
using Docsite.Execution.Instrumentation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Execution.Compiling;

/// <summary>The right sides of a block's value comments: which of them can be compared, and why the others cannot.</summary>
internal sealed class StatedExpressions
{
    private readonly ImmutableArray<ValueComment> _comments;
    private readonly ValueMode[] _modes;
    private readonly List<BlockMessage> _messages = [];

    internal StatedExpressions(ImmutableArray<ValueComment> comments, string code)
    {
        _comments = comments;
        _modes = new ValueMode[comments.Length];
        for (var i = 0; i < comments.Length; i++) Read(i, code);
    }

    private StatedExpressions(BlockComments comments)
    {
        _comments = comments.Values;
        _modes = [.. comments.Values.Select(_ => ValueMode.NotRun)];
        _messages.AddRange(comments.Values.Select(one => NotRun("value", one.Comment)));
        _messages.AddRange(comments.Throws.Select(one => NotRun("exception", one.Comment)));
    }

    /// <summary>The comments of a block that is not run: none of them can be met.</summary>
    internal static StatedExpressions None(BlockComments comments) => new(comments);

    /// <summary>What is done with each comment.</summary>
    internal ImmutableArray<ValueMode> Modes => [.. _modes];

    /// <summary>The errors inside the right sides.</summary>
    internal IReadOnlyList<BlockMessage> Messages => _messages;

    /// <summary>Takes the comments that a compilation failed for out of the next one.</summary>
    /// <returns>Whether there were any.</returns>
    internal bool Blame(ImmutableArray<Microsoft.CodeAnalysis.Diagnostic> diagnostics, SourceMap map)
    {
        var isBlamed = false;
        foreach (var diagnostic in diagnostics)
        {
            if (diagnostic.Severity != DiagnosticSeverity.Error || !diagnostic.Location.IsInSource) continue;
            var span = diagnostic.Location.SourceSpan;
            var (comment, isExpected) = map.CommentAt(span.Start);
            if (comment < 0) continue;
            isBlamed = true;
            if (isExpected) Say(diagnostic, map.ToCode(span));
            _modes[comment] = isExpected ? ValueMode.Observe : ValueMode.None;
        }
        return isBlamed;
    }

    private static BlockMessage NotRun(string what, TextSpan comment) =>
        new(DiagnosticIds.NotRunStatement, IsError: true, $"The block is not run, so this {what} is not checked.", comment);

    // What is no single expression must not reach the compilation: it could end the statement and begin another.
    private void Read(int index, string code)
    {
        var span = _comments[index].Expected;
        if (span.IsEmpty)
        {
            _modes[index] = ValueMode.Observe;
            return;
        }
        var errors = SyntaxFactory.ParseExpression(code.Substring(span.Start, span.Length), options: BlockCompiler.ParseOptions)
            .GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error).ToList();
        foreach (var error in errors)
        {
            var at = error.Location.SourceSpan;
            Say(error, new TextSpan(span.Start + Math.Min(at.Start, span.Length - 1), Math.Min(at.Length, span.Length - Math.Min(at.Start, span.Length - 1))));
        }
        if (errors.Count > 0) _modes[index] = ValueMode.Observe;
    }

    private void Say(Microsoft.CodeAnalysis.Diagnostic diagnostic, TextSpan span) =>
        _messages.Add(new BlockMessage(diagnostic.Id, IsError: true, diagnostic.GetMessage(CultureInfo.InvariantCulture), span));
}
