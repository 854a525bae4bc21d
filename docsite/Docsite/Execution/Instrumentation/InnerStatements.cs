using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Execution.Instrumentation;

/// <summary>
/// Marks the statements inside a block's statements, so that the innermost one that was running is known when the time is up.
/// What calls nothing and repeats nothing takes no time, and is not marked.
/// </summary>
/// <param name="probe">What marks call.</param>
/// <param name="first">The number of the block's first mark in the session.</param>
/// <param name="span">The span in the block's code of one in the tree.</param>
internal sealed class InnerStatements(string probe, int first, Func<TextSpan, TextSpan> span)
{
    /// <summary>How many statements of one block are marked.</summary>
    internal const int Most = 1 << 16;

    private const int None = -1;

    private readonly List<Insertion> _insertions = [];
    private readonly ImmutableArray<TextSpan>.Builder _marked = ImmutableArray.CreateBuilder<TextSpan>();
    private readonly HashSet<SyntaxNode> _functions = [];

    /// <param name="root">The block.</param>
    /// <param name="areLambdasMarked">Whether statements inside lambdas are.</param>
    /// <returns>What is put in, and the marked statements in the page's code, by their number in the block.</returns>
    internal (IReadOnlyList<Insertion> Insertions, ImmutableArray<TextSpan> Marked) Mark(CompilationUnitSyntax root, bool areLambdasMarked)
    {
        foreach (var statement in root.DescendantNodes().OfType<StatementSyntax>().Where(TakesTime))
        {
            if (statement.Parent is GlobalStatementSyntax) GoOn(statement, None);
            else if (_marked.Count < Most && (areLambdasMarked || !statement.Ancestors().Any(one => one is AnonymousFunctionExpressionSyntax))) Mark(statement);
        }
        return (_insertions, _marked.ToImmutable());
    }

    private void Mark(StatementSyntax statement)
    {
        var isAlone = statement.Parent is not (BlockSyntax or SwitchSectionSyntax);
        if (isAlone && !IsBody(statement)) return;
        var function = Function(statement);
        // While it waits, what called it goes on: its marks would say nothing of what runs.
        if (function is not null && IsSuspended(function)) return;
        if (function is not null && _functions.Add(function)) Enter(function);
        var at = span(statement.Span);
        var mark = Call(_marked.Count + first);
        _insertions.Add(new Insertion(at.Start, InsertionOrder.Mark, isAlone ? $"{{ {mark} " : mark + " "));
        if (isAlone) _insertions.Add(new Insertion(at.End, InsertionOrder.BodyEnd, " }"));
        _marked.Add(at);
        GoOn(statement, _marked.Count - 1 + first);
    }

    // Behind its body, a statement itself goes on: it asks its condition, takes the next element, disposes.
    private void GoOn(StatementSyntax statement, int mark)
    {
        if (Repeated(statement) is not { } body) return;
        _insertions.Add(new Insertion(span(body.CloseBraceToken.Span).Start, InsertionOrder.BodyEnd, Call(mark) + " ") { IsUnseen = true });
    }

    private void Enter(SyntaxNode function)
    {
        if (Body(function) is not { } body) return;
        var name = string.Create(CultureInfo.InvariantCulture, $"__docsite{_functions.Count}");
        _insertions.Add(new Insertion(span(body.OpenBraceToken.Span).End, InsertionOrder.Close, $" using var {name} = {probe}Within();") { IsUnseen = true });
    }

    private string Call(int mark) => string.Create(CultureInfo.InvariantCulture, $"{probe}In({mark});");

    private static BlockSyntax? Repeated(StatementSyntax statement) => statement switch
    {
        CommonForEachStatementSyntax { Statement: BlockSyntax body } => body,
        UsingStatementSyntax { Statement: BlockSyntax body } => body,
        WhileStatementSyntax { Statement: BlockSyntax body, Condition: var condition } when Calls(condition) => body,
        DoStatementSyntax { Statement: BlockSyntax body, Condition: var condition } when Calls(condition) => body,
        ForStatementSyntax { Statement: BlockSyntax body } loop when loop.Incrementors.Append(loop.Condition).OfType<SyntaxNode>().Any(Calls) => body,
        _ => null,
    };

    private static bool TakesTime(StatementSyntax statement) => statement switch
    {
        BlockSyntax or LocalFunctionStatementSyntax or EmptyStatementSyntax or LabeledStatementSyntax => false,
        WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or LockStatementSyntax => true,
        _ => Calls(statement),
    };

    private static bool Calls(SyntaxNode node) => node.DescendantNodesAndSelf(one => one is not AnonymousFunctionExpressionSyntax)
        .Any(one => one is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or AwaitExpressionSyntax or MemberAccessExpressionSyntax
            or MemberBindingExpressionSyntax or ElementAccessExpressionSyntax or CommonForEachStatementSyntax or UsingStatementSyntax or LockStatementSyntax
            or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax);

    private static bool IsBody(StatementSyntax statement) => statement.Parent switch
    {
        IfStatementSyntax or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax
            or LockStatementSyntax or UsingStatementSyntax or FixedStatementSyntax => true,
        // Further conditions belong to the first one.
        ElseClauseSyntax => statement is not IfStatementSyntax,
        _ => false,
    } && statement is not LocalDeclarationStatementSyntax;

    private static SyntaxNode? Function(SyntaxNode node) => node.Ancestors()
        .FirstOrDefault(one => one is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax);

    private static BlockSyntax? Body(SyntaxNode function) => function switch
    {
        AnonymousFunctionExpressionSyntax one => one.Block,
        LocalFunctionStatementSyntax one => one.Body,
        BaseMethodDeclarationSyntax one => one.Body,
        AccessorDeclarationSyntax one => one.Body,
        _ => null,
    };

    private static bool IsSuspended(SyntaxNode function)
    {
        var modifiers = function switch
        {
            AnonymousFunctionExpressionSyntax one => one.Modifiers,
            LocalFunctionStatementSyntax one => one.Modifiers,
            BaseMethodDeclarationSyntax one => one.Modifiers,
            _ => default,
        };
        return modifiers.Any(SyntaxKind.AsyncKeyword)
            || (Body(function) is { } body && body.DescendantNodes(one => one is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(one => one is YieldStatementSyntax));
    }
}
