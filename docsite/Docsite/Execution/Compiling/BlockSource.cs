using System.Globalization;
using Docsite.Execution.Instrumentation;
using Docsite.Pages;
using Docsite.Parsing;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Execution.Compiling;

/// <summary>The code of a step before it is compiled.</summary>
/// <param name="Name">What the assembly and the syntax tree are called.</param>
/// <param name="Code">The code.</param>
/// <param name="Region">Where the code stands on the page; nothing for a variant's declaration.</param>
/// <param name="FirstId">The number of its first value comment in the session.</param>
internal sealed record BlockSource(string Name, string Code, CodeRegion? Region, int FirstId)
{
    /// <summary>Id of the block on its page; empty for a variant's declaration.</summary>
    internal string BlockId { get; init; } = "";

    /// <summary>The number of its first inner mark in the session.</summary>
    internal int FirstMark { get; init; }

    /// <summary>Whether the code is one expression, whose value is asked for.</summary>
    internal bool IsExpression { get; init; }

    /// <summary>Whether the code is run once it is compiled; if not, nothing in it can state a value or an exception.</summary>
    internal bool IsRun { get; init; } = true;

    /// <summary>The line on the page of the code's first line, from 1.</summary>
    internal int FirstLine => Region is { Lines.Length: > 0 } ? Region.Page.PositionOf(Region.Lines[0].Start).Line + 1 : 1;

    /// <summary>The page's path; quotes cannot stand in a <c>#line</c>.</summary>
    internal string Path => Region?.Page.Path.Replace('"', '\'') ?? "docsite.yml";

    /// <summary>The line before the code that names its place.</summary>
    internal string Header => string.Create(CultureInfo.InvariantCulture, $"#line {FirstLine} \"{Path}\"\n");

    /// <param name="step">The step.</param>
    /// <param name="number">Its number in the session, from 0.</param>
    /// <param name="firstId">The number of its first value comment.</param>
    internal static BlockSource Of(SessionStep step, int number, int firstId) => step switch
    {
        SessionStep.Block block => new BlockSource(Named(number), block.Code.Code, block.Code, firstId)
        {
            FirstMark = number * InnerStatements.Most,
            BlockId = IdOf(step),
            IsRun = block.Options.Kind is not (BlockKind.CompileOnly or BlockKind.Fails),
        },
        SessionStep.ProseValue prose => new BlockSource(Named(number), prose.Expression.Code, prose.Expression, firstId) { IsExpression = true, BlockId = IdOf(step) },
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    private static string Named(int number) => string.Create(CultureInfo.InvariantCulture, $"block-{number}");

    // A step's id names its page too.
    private static string IdOf(SessionStep step) => step.Id[(step.Id.LastIndexOf('#') + 1)..];

    /// <summary>The whole of the code without the blanks around it.</summary>
    internal TextSpan Trimmed => TextSpan.FromBounds(
        Math.Min(Code.Length - Code.TrimStart().Length, Code.TrimEnd().Length), Code.TrimEnd().Length);
}
