using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Execution.Instrumentation;

/// <summary>
/// Marks the statements inside a block's statements, so that it is known which were running, one inside the other, when the time is up.
/// What calls nothing and repeats nothing takes no time, and is not marked.
/// </summary>
/// <param name="probe">What marks call.</param>
/// <param name="first">The number of the block's first mark in the session.</param>
/// <param name="span">The span in the block's code of one in the tree.</param>
internal sealed class InnerStatements(string probe, int first, Func<TextSpan, TextSpan> span)
{
    /// <summary>How many statements of one block are marked.</summary>
    internal const int Most = 1 << 16;

    private const int TopLevel = -1;

    private readonly List<Insertion> _insertions = [];
    private readonly ImmutableArray<TextSpan>.Builder _marked = ImmutableArray.CreateBuilder<TextSpan>();
    private readonly Dictionary<SyntaxNode, int> _depths = [];
    private readonly Dictionary<SyntaxNode, string> _functions = [];

    /// <param name="root">The block.</param>
    /// <param name="areLambdasMarked">Whether statements inside lambdas are.</param>
    /// <returns>What is put in, and the marked statements in the page's code, by their number in the block.</returns>
    internal (IReadOnlyList<Insertion> Insertions, ImmutableArray<TextSpan> Marked) Mark(CompilationUnitSyntax root, bool areLambdasMarked)
    {
        foreach (var statement in root.DescendantNodes().OfType<StatementSyntax>())
        {
            if (statement is ContinueStatementSyntax one) GoOn(one);
            else if (!TakesTime(statement)) continue;
            else if (statement.Parent is GlobalStatementSyntax) Note(statement, TopLevel);
            else if (_marked.Count < Most && (areLambdasMarked || !statement.Ancestors().Any(one => one is AnonymousFunctionExpressionSyntax))) Mark(statement);
        }
        return (_insertions, _marked.ToImmutable());
    }

    /// <summary>Whether statements in a node run when something else calls them.</summary>
    internal static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax;

    private void Mark(StatementSyntax statement)
    {
        if (IsAlone(statement) && !IsBody(statement)) return;
        var function = Function(statement);
        // While it waits, what called it goes on: its marks would say nothing of what runs.
        if (function is not null && IsSuspended(function)) return;
        if (function is not null && !_functions.ContainsKey(function)) Enter(function);
        var around = statement.Ancestors().TakeWhile(one => one != function).FirstOrDefault(_depths.ContainsKey);
        var depth = around is null ? 0 : _depths[around] + 1;
        Put(statement, string.Create(CultureInfo.InvariantCulture, $"{Teller(function)}In({_marked.Count + first}, {depth});"));
        _marked.Add(span(statement.Span));
        Note(statement, depth);
    }

    // Behind its body, a statement itself goes on: it asks its condition, takes the next element, disposes.
    private void Note(StatementSyntax statement, int depth)
    {
        _depths.Add(statement, depth);
        if (Repeated(statement) is not { } body) return;
        _insertions.Add(new Insertion(span(body.CloseBraceToken.Span).Start, InsertionOrder.BodyEnd, On(statement) + " ") { IsUnseen = true });
    }

    private void GoOn(ContinueStatementSyntax statement)
    {
        var loop = statement.Ancestors().FirstOrDefault(one => one is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax);
        if (loop is StatementSyntax one && _depths.ContainsKey(one) && Repeated(one) is not null) Put(statement, On(one));
    }

    private void Put(StatementSyntax statement, string mark)
    {
        var at = span(statement.Span);
        _insertions.Add(new Insertion(at.Start, InsertionOrder.Mark, IsAlone(statement) ? $"{{ {mark} " : mark + " "));
        if (IsAlone(statement)) _insertions.Add(new Insertion(at.End, InsertionOrder.BodyEnd, " }"));
    }

    private void Enter(SyntaxNode function)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"__docsite{_functions.Count + 1}");
        _functions.Add(function, name + ".");
        _insertions.Add(new Insertion(span(Body(function)!.OpenBraceToken.Span).End, InsertionOrder.Close, $" using var {name} = {probe}Within();") { IsUnseen = true });
    }

    private string On(StatementSyntax statement) => string.Create(CultureInfo.InvariantCulture, $"{Teller(Function(statement))}On({_depths[statement]});");

    private string Teller(SyntaxNode? function) => function is null ? probe : _functions[function];

    private static bool IsAlone(StatementSyntax statement) => statement.Parent is not (BlockSyntax or SwitchSectionSyntax);

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

    private static SyntaxNode? Function(SyntaxNode node) => node.Ancestors().FirstOrDefault(IsFunction);

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
