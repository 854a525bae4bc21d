using System.Collections.Immutable;
using System.Globalization;
using Docsite.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Execution.Instrumentation;

/// <summary>
/// Puts into a block what makes it tell what it does: a mark before each statement, a comparison around each
/// expression with a value comment, a report around the last expression. Nothing is put on a line of its own.
/// </summary>
internal sealed class Instrumenter
{
    private const string Probe = "global::Docsite.Worker.Probe.";

    private readonly string _code;
    private readonly ImmutableArray<ValueComment> _comments;
    private readonly ImmutableArray<ValueMode> _modes;
    private readonly ImmutableArray<OwnedVariable> _owned;
    private readonly ImmutableArray<int> _semicolons;
    private readonly SyntaxTree _tree;
    private readonly List<Insertion> _insertions = [];
    private readonly List<BlockMessage> _problems = [];

    private Instrumenter(string code, ImmutableArray<ValueComment> comments, ImmutableArray<ValueMode> modes, CSharpParseOptions options)
    {
        (_code, _owned) = UsingDeclarations.Blank(code, options);
        _comments = comments;
        _modes = modes;
        (_semicolons, _tree) = MissingSemicolons.Find(_code, comments, options);
    }

    /// <param name="code">The block's code.</param>
    /// <param name="header">What stands before it: the <c>#line</c> that names its place on the page.</param>
    /// <param name="comments">Its value comments.</param>
    /// <param name="plan">What is done with them.</param>
    /// <param name="options">How code is read.</param>
    internal static InstrumentedBlock Instrument(
        string code, string header, ImmutableArray<ValueComment> comments, InstrumentationPlan plan, CSharpParseOptions options) =>
        new Instrumenter(code, comments, plan.Modes, options).Instrument(header, plan);

    private InstrumentedBlock Instrument(string header, InstrumentationPlan plan)
    {
        var root = (CompilationUnitSyntax)_tree.GetRoot();
        foreach (var at in _semicolons) _insertions.Add(new Insertion(at, InsertionOrder.Semicolon, ";"));
        RefuseLineDirectives(root);
        if (_tree.GetDiagnostics().Any(one => one.Severity == DiagnosticSeverity.Error))
        {
            return new InstrumentedBlock(SourceMap.Build(_code, header, _insertions), [], [], [.. _problems]) { HasSyntaxErrors = true };
        }
        var stated = _comments.Select((_, i) => State(i, plan.FirstId)).ToImmutableArray();
        foreach (var owned in _owned) _insertions.Add(new Insertion(owned.End, InsertionOrder.Semicolon, $" {Probe}Own({owned.Name});"));
        var trailing = plan.IsTrailingReported ? ReportTrailing(root, stated) : null;
        var statements = MarkStatements(root);
        var (marks, inner) = new InnerStatements(Probe, plan.FirstMark, Span).Mark(root, plan.AreLambdasMarked);
        _insertions.AddRange(marks);
        return new InstrumentedBlock(
            SourceMap.Build(_code, header, _insertions), statements, Declarations(root), [.. _problems])
        {
            Stated = stated,
            Trailing = trailing,
            Inner = inner,
            OwnsVariables = _owned.Length > 0,
            Namespaces = [.. root.Usings.Where(one => one.Alias is null && one.StaticKeyword.IsKind(SyntaxKind.None))
                .Select(one => one.NamespaceOrType.ToString())],
        };
    }

    // They would move every position behind them away from the page.
    private void RefuseLineDirectives(CompilationUnitSyntax root)
    {
        foreach (var line in root.DescendantNodes(descendIntoTrivia: true).OfType<LineOrSpanDirectiveTriviaSyntax>())
        {
            Refuse(DiagnosticIds.LineDirective, "A block cannot move its own positions with #line.", Span(line.Span));
        }
    }

    private TextSpan State(int index, int firstId)
    {
        var comment = _comments[index];
        if (_modes[index] == ValueMode.NotRun) return default;
        var anchor = _modes[index] == ValueMode.None ? null : Anchor(comment);
        switch (anchor)
        {
            case ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: DeclarationExpressionSyntax declared } } statement:
                Append(statement, Tuple(declared.Designation), index, firstId);
                return Span(statement.Expression.Span);
            case ExpressionStatementSyntax statement:
                RefuseItself(comment, statement.Expression is AssignmentExpressionSyntax assigned ? [assigned, assigned.Left, assigned.Right] : [statement.Expression]);
                Wrap(statement.Expression, index, firstId);
                return Span(statement.Expression.Span);
            case FieldDeclarationSyntax field:
                RefuseItself(comment, Words(field.Declaration));
                Append(field, field.Declaration.Variables[^1].Identifier.Text, index, firstId);
                return Span(field.Span);
            case LocalDeclarationStatementSyntax local:
                RefuseItself(comment, Words(local.Declaration));
                Append(local, local.Declaration.Variables[^1].Identifier.Text, index, firstId);
                return Span(local.Span);
            default:
                Refuse(DiagnosticIds.NoValue, "Nothing before this comment has a value.", comment.Comment);
                return default;
        }
    }

    // What starts with a variable and is stated in its own words could never differ; what has a name of its own is its own value.
    private void RefuseItself(ValueComment comment, ImmutableArray<ExpressionSyntax> said)
    {
        var stated = Bare(SyntaxFactory.ParseExpression(_code.Substring(comment.Expected.Start, comment.Expected.Length)));
        var first = stated.GetFirstToken();
        if (!first.IsKind(SyntaxKind.IdentifierToken) || first.Text is not [var letter, ..] || !char.IsLower(letter)) return;
        if (!said.Any(one => SyntaxFactory.AreEquivalent(Bare(one), stated))) return;
        Refuse(DiagnosticIds.StatesItself, "What is stated is the expression itself, which could never differ; state its value.", comment.Expected);
    }

    private static ImmutableArray<ExpressionSyntax> Words(VariableDeclarationSyntax declaration) => declaration.Variables[^1] switch
    {
        { Initializer.Value: { } value } variable => [SyntaxFactory.IdentifierName(variable.Identifier.WithoutTrivia()), value],
        var variable => [SyntaxFactory.IdentifierName(variable.Identifier.WithoutTrivia())],
    };

    private static ExpressionSyntax Bare(ExpressionSyntax expression) => expression is ParenthesizedExpressionSyntax { Expression: var inner } ? Bare(inner) : expression;

    // The innermost statement that ends right before the comment.
    private SyntaxNode? Anchor(ValueComment comment)
    {
        if (comment.PreviousEnd == 0) return null;
        var hasOwn = _semicolons.Contains(comment.PreviousEnd);
        var last = _tree.GetRoot().FindToken(MissingSemicolons.InText(comment.PreviousEnd, _semicolons) - (hasOwn ? 0 : 1));
        if (!last.IsKind(SyntaxKind.SemicolonToken)) return null;
        return last.Parent is ExpressionStatementSyntax or FieldDeclarationSyntax or LocalDeclarationStatementSyntax ? last.Parent : null;
    }

    private void Wrap(ExpressionSyntax expression, int index, int firstId)
    {
        var span = Span(expression.Span);
        _insertions.Add(new Insertion(span.Start, InsertionOrder.Open, Opening(index, firstId)) { Comment = index });
        Compare(span.End, index, "", InsertionOrder.Close);
    }

    private void Append(SyntaxNode statement, string value, int index, int firstId)
    {
        var end = Span(statement.Span).End;
        Compare(end, index, $" {Opening(index, firstId)}{value}", InsertionOrder.After);
        _insertions.Add(new Insertion(end, InsertionOrder.AfterEnd, ";") { Comment = index });
    }

    private void Compare(int at, int index, string start, InsertionOrder order)
    {
        var expected = _comments[index].Expected;
        if (_modes[index] == ValueMode.Observe || expected.IsEmpty)
        {
            _insertions.Add(new Insertion(at, order, start + ").Observe()") { Comment = index });
            return;
        }
        _insertions.Add(new Insertion(at, order, start + ").Expected = ") { Comment = index });
        _insertions.Add(new Insertion(at, order + 1, _code.Substring(expected.Start, expected.Length))
        {
            Comment = index,
            CopiedFrom = expected.Start,
        });
    }

    private static string Opening(int index, int firstId) =>
        string.Create(CultureInfo.InvariantCulture, $"{Probe}Value({firstId + index}, ");

    private static string Tuple(VariableDesignationSyntax designation) => designation switch
    {
        ParenthesizedVariableDesignationSyntax many => "(" + string.Join(", ", many.Variables.Select(Tuple)) + ")",
        SingleVariableDesignationSyntax one => one.Identifier.Text,
        _ => "default(object)",
    };

    private TextSpan? ReportTrailing(CompilationUnitSyntax root, ImmutableArray<TextSpan> stated)
    {
        if (root.Members.LastOrDefault() is not GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last }) return null;
        var span = Span(last.Expression.Span);
        if (stated.Contains(span)) return null;
        _insertions.Add(new Insertion(span.Start, InsertionOrder.Open, Probe + "Trailing("));
        _insertions.Add(new Insertion(span.End, InsertionOrder.Close, ");"));
        return span;
    }

    private ImmutableArray<TextSpan> MarkStatements(CompilationUnitSyntax root)
    {
        var marked = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var member in root.Members)
        {
            if (member is not (GlobalStatementSyntax or FieldDeclarationSyntax)) continue;
            var span = Span(member.Span);
            var mark = string.Create(CultureInfo.InvariantCulture, $"{Probe}At({marked.Count}); ");
            _insertions.Add(new Insertion(span.Start, InsertionOrder.Mark, mark));
            marked.Add(span);
        }
        // The compiler emits nothing for a block without statements, yet the next block builds on it.
        if (marked.Count == 0) _insertions.Add(new Insertion(_code.Length, InsertionOrder.Open, $"\n{Probe}At(-1);"));
        return marked.ToImmutable();
    }

    private ImmutableArray<TextSpan> Declarations(CompilationUnitSyntax root) =>
        [.. root.Members.OfType<FieldDeclarationSyntax>().Select(field => Span(field.Span))];

    private void Refuse(string code, string text, TextSpan span) => _problems.Add(new BlockMessage(code, IsError: true, text, span));

    private TextSpan Span(TextSpan inText)
    {
        var start = MissingSemicolons.InCode(inText.Start, _semicolons);
        var owned = _owned.FirstOrDefault(one => one.Declaration == start);
        return TextSpan.FromBounds(owned?.Start ?? start, MissingSemicolons.InCode(inText.End, _semicolons));
    }
}

/// <summary>What is put into a block.</summary>
/// <param name="FirstId">The number of its first value comment in the session.</param>
/// <param name="Modes">What is done with each value comment.</param>
/// <param name="IsTrailingReported">Whether the value of the last expression is reported.</param>
internal sealed record InstrumentationPlan(int FirstId, ImmutableArray<ValueMode> Modes, bool IsTrailingReported)
{
    /// <summary>The number of the block's first inner mark in the session.</summary>
    internal int FirstMark { get; init; }

    /// <summary>Whether statements inside lambdas are marked.</summary>
    internal bool AreLambdasMarked { get; init; }
}
