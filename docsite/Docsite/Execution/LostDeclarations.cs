using Docsite.Execution.Compiling;
using Docsite.Execution.Instrumentation;
using Docsite.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Docsite.Execution;

/// <summary>
/// What the blocks of a session would have declared that failed unannounced. A later block that misses one of these names has no
/// fault of its own: it is not run, and what else is wrong with it is found all the same.
/// </summary>
internal sealed class LostDeclarations
{
    // A name, and a type or namespace, that does not exist.
    private static readonly string[] Misses = ["CS0103", "CS0246"];

    private readonly Dictionary<string, string> _steps = new(StringComparer.Ordinal);

    /// <summary>Remembers what a step that failed declares.</summary>
    internal void Add(SessionStep step, CompiledBlock block)
    {
        if (step is not SessionStep.Block) return;
        var root = CSharpSyntaxTree.ParseText(block.Source.Code, BlockCompiler.ParseOptions).GetRoot();
        foreach (var name in root.DescendantNodes(IsTopLevel).Select(NameOf).OfType<string>()) _ = _steps.TryAdd(name, step.Id);
    }

    /// <summary>The block without the messages that only repeat an earlier failure.</summary>
    /// <returns>Why the block cannot run, where there is no other reason.</returns>
    internal string? TakeFrom(ref CompiledBlock block)
    {
        if (ReasonOf(block) is not { } reason) return null;
        var source = block.Source;
        block = block with { Messages = [.. block.Messages.Where(one => Missed(one, source) is null)] };
        return block.Messages.Any(one => one.IsError) ? null : reason;
    }

    /// <summary>The earlier failure that one of the block's messages repeats; nothing where none does.</summary>
    internal string? ReasonOf(CompiledBlock block)
    {
        if (_steps.Count == 0 || block.Submission is not null) return null;
        return block.Messages.Select(one => Missed(one, block.Source)).FirstOrDefault(name => name is not null) is { } missed
            ? $"{_steps[missed]}, which declares {missed}, failed" : null;
    }

    private string? Missed(BlockMessage message, BlockSource source)
    {
        if (!Misses.Contains(message.Code) || message.Span.End > source.Code.Length) return null;
        var name = SyntaxFactory.ParseToken(source.Code, message.Span.Start).Text;
        return _steps.ContainsKey(name) ? name : null;
    }

    private static bool IsTopLevel(SyntaxNode node) =>
        node is not (BlockSyntax or BaseTypeDeclarationSyntax or BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax);

    private static string? NameOf(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.Text,
        SingleVariableDesignationSyntax variable => variable.Identifier.Text,
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        DelegateDeclarationSyntax type => type.Identifier.Text,
        MethodDeclarationSyntax method => method.Identifier.Text,
        LocalFunctionStatementSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        _ => null,
    };
}
