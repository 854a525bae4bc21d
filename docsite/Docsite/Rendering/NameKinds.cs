using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Docsite.Rendering;

/// <summary>Guesses from its place whether a name is a type's, a method's or something else's.</summary>
internal static class NameKinds
{
    private const string Keyword = "k";
    private const string Type = "t";
    private const string Method = "m";

    public static string Of(SyntaxToken identifier) => identifier.Parent switch
    {
        BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or TypeParameterSyntax or ConstructorDeclarationSyntax => Type,
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => Method,
        SimpleNameSyntax name => OfName(name),
        _ => "",
    };

    private static string OfName(SimpleNameSyntax name)
    {
        if (IsInvoked(name)) return name.Identifier.Text == "nameof" ? Keyword : Method;
        if (IsTypePlace(name)) return name.Identifier.Text is "var" or "dynamic" or "_" ? Keyword : Type;
        // Machine.Create(): a name with a capital that starts a chain of members is more often a type than anything else.
        var startsChain = name.Parent is MemberAccessExpressionSyntax access && access.Expression == name;
        return startsChain && name.Identifier.Text is [var first, ..] && char.IsUpper(first) ? Type : "";
    }

    private static bool IsInvoked(SimpleNameSyntax name) => name.Parent switch
    {
        InvocationExpressionSyntax call => call.Expression == name,
        MemberAccessExpressionSyntax access => access.Name == name && access.Parent is InvocationExpressionSyntax call && call.Expression == access,
        MemberBindingExpressionSyntax { Parent: InvocationExpressionSyntax } => true,
        _ => false,
    };

    private static bool IsTypePlace(SimpleNameSyntax name)
    {
        SyntaxNode type = name;
        while (type.Parent is NullableTypeSyntax or ArrayTypeSyntax or RefTypeSyntax or PointerTypeSyntax
            || (type.Parent is QualifiedNameSyntax qualified && qualified.Right == type)) type = type.Parent!;
        return type.Parent switch
        {
            TypeArgumentListSyntax or BaseTypeSyntax or TypeConstraintSyntax or AttributeSyntax or TypePatternSyntax or TupleElementSyntax => true,
            VariableDeclarationSyntax declaration => declaration.Type == type,
            ParameterSyntax parameter => parameter.Type == type,
            ObjectCreationExpressionSyntax creation => creation.Type == type,
            CastExpressionSyntax cast => cast.Type == type,
            DeclarationPatternSyntax pattern => pattern.Type == type,
            RecursivePatternSyntax pattern => pattern.Type == type,
            DeclarationExpressionSyntax declaration => declaration.Type == type,
            ForEachStatementSyntax loop => loop.Type == type,
            CatchDeclarationSyntax caught => caught.Type == type,
            TypeOfExpressionSyntax or DefaultExpressionSyntax or ArrayCreationExpressionSyntax => true,
            MethodDeclarationSyntax method => method.ReturnType == type,
            LocalFunctionStatementSyntax function => function.ReturnType == type,
            PropertyDeclarationSyntax property => property.Type == type,
            BinaryExpressionSyntax binary => binary.Kind() is SyntaxKind.IsExpression or SyntaxKind.AsExpression && binary.Right == type,
            _ => false,
        };
    }
}
