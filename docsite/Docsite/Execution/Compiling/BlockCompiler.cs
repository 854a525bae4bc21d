using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Docsite.Diagnostics;
using Docsite.Execution.Guarding;
using Docsite.Execution.Instrumentation;
using Docsite.Reference;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Execution.Compiling;

/// <summary>Compiles blocks as script submissions, each on top of the one before. One for all pages: the references are read once.</summary>
internal sealed partial class BlockCompiler
{
    private static readonly EmitOptions WithSymbols = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    // Compilers share references. Two that bind the same ones at the same moment have symbols of their own for each, and what a session
    // compiles with both of them does not fit together; one after the other, they share the symbols too.
    private static readonly Lock Binding = new();

    private readonly ImmutableArray<MetadataReference> _references;
    private readonly Lazy<Imported> _imported;
    private readonly NameReader? _names;
    private readonly ConcurrentDictionary<string, CSharpCompilation> _templates = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, CompiledBlock> _declarations = new(StringComparer.Ordinal);

    private readonly BlockGuard _guard;

    internal BlockCompiler(BlockEnvironment environment, IEnumerable<string> usings, string root, ImmutableArray<string> allowed)
    {
        _guard = new BlockGuard(BlockEnvironment.Framework.References.Select(path => Path.GetFileNameWithoutExtension(path)), allowed);
        _references = CompilerReferences.Of(environment.References);
        Programs = new ProgramCheck(new ProgramReferences(_references, environment.Projects, root));
        _imported = new(() => Import([.. environment.Usings.Concat(usings).Distinct()]));
        // The projects' pages are the only ones that names could lead to.
        _names = environment.Projects.IsEmpty ? null : new NameReader(new ApiLinks(environment.Projects.Select(project => Path.GetFileNameWithoutExtension(project.Assembly))), new Summaries());
    }

    /// <summary>Compiles example files once more, as <c>dotnet run</c> does.</summary>
    internal ProgramCheck Programs { get; }

    /// <summary>How blocks are read.</summary>
    internal static CSharpParseOptions ParseOptions { get; } =
        new(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>What every block has imported: all of it that exists.</summary>
    internal ImmutableArray<string> Usings => _imported.Value.Usings;

    /// <summary>Whether a message says that a name does not exist while something that is to be imported does not exist either.</summary>
    internal bool MissesImport(BlockMessage message) => !_imported.Value.IsWhole && Imports.IsMiss(message);

    /// <summary>The block with, behind each message that a name does not exist, the one that was meant.</summary>
    internal CompiledBlock WithMeantNames(CompiledBlock block) => block with
    {
        Messages = [.. block.Messages.Select(message => Imports.IsMiss(message) ? message with { Text = message.Text + MeantName.Question(block.Source.Code, _references) } : message)],
    };

    /// <summary>Compiles a block; what a comment states wrongly costs that comment only.</summary>
    /// <param name="source">The block.</param>
    /// <param name="variants">The names that value comments may use.</param>
    /// <param name="previous">The session so far.</param>
    /// <param name="cancellation">Ends the compilation.</param>
    internal CompiledBlock Compile(
        BlockSource source, VariantNames variants, CSharpCompilation? previous, CancellationToken cancellation)
    {
        if (source.IsExpression) return CompileExpression(source, previous, cancellation);
        var comments = CommentReader.Read(source.Code, ParseOptions, variants);
        var stated = source.IsRun ? new StatedExpressions(comments.Values, source.Code) : StatedExpressions.None(comments);
        var isTrailingReported = source.IsRun;
        var areLambdasMarked = source.IsRun;
        // Each round leaves out a comment's comparison, the report of the last expression or the marks in lambdas, so it ends.
        while (true)
        {
            var plan = new InstrumentationPlan(source.FirstId, stated.Modes, isTrailingReported) { FirstMark = source.FirstMark, AreLambdasMarked = areLambdasMarked };
            var block = Instrumenter.Instrument(source.Code, source.Header, comments.Values, plan, ParseOptions);
            var (submission, diagnostics, names) = Emit(source, block, previous, cancellation);
            var isRepeated = stated.Blame(diagnostics, block.Map);
            // The last expression may have no value to report.
            isRepeated |= submission is null && block.Trailing is not null;
            isTrailingReported &= submission is not null;
            var isAsked = areLambdasMarked && block.Inner.Length > 0 && submission is not null && ArgumentTexts.AreAsked(submission.Compilation, cancellation);
            areLambdasMarked &= !isAsked;
            if (isRepeated || isAsked) continue;
            var messages = comments.Problems.Concat(stated.Messages).Concat(Messages(diagnostics, block)).Concat(block.Problems);
            return Guarded(new CompiledBlock(source, comments, block, Sorted(messages)) { Submission = submission, Names = names() });
        }
    }

    // What the settings themselves declare is theirs to answer for, and what is not run harms nothing.
    private CompiledBlock Guarded(CompiledBlock block)
    {
        if (block.Submission is not { } submission || block.Source.Region is null || !block.Source.IsRun) return block;
        var refused = _guard.Check(submission.Assembly);
        if (refused.IsEmpty) return block with { Submission = submission with { Assembly = ExitCalls.Redirect(submission.Assembly) } };
        var places = new RefusalPlaces(submission.Compilation, block.Instrumented);
        return block with { Submission = null, Messages = Sorted(block.Messages.Concat(refused.Select(places.Message))) };
    }

    /// <summary>Compiles what a variant's sessions start with, once.</summary>
    internal CompiledBlock CompileDeclaration(string declaration, CancellationToken cancellation) =>
        _declarations.GetOrAdd(declaration, code => Compile(new BlockSource("variant", code, null, 0), new VariantNames([], null), null, cancellation));

    private CompiledBlock CompileExpression(BlockSource source, CSharpCompilation? previous, CancellationToken cancellation)
    {
        var parsed = SyntaxFactory.ParseExpression(source.Code, options: ParseOptions);
        var errors = parsed.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error)
            .Select(one => new BlockMessage(one.Id, IsError: true, Text(one), one.Location.SourceSpan)).ToList();
        var map = SourceMap.Build(source.Code, source.Header,
        [
            new Insertion(0, InsertionOrder.Open, "global::Docsite.Worker.Probe.At(0); global::Docsite.Worker.Probe.Trailing("),
            new Insertion(source.Code.Length, InsertionOrder.Close, "\n);"),
        ]);
        var block = new InstrumentedBlock(map, [source.Trimmed], [], []) { Trailing = source.Trimmed };
        if (errors.Count > 0) return new CompiledBlock(source, new BlockComments(), block, [.. errors]);
        var (submission, diagnostics, _) = Emit(source, block, previous, cancellation);
        // What the compiler says of the call around the expression is said in its own words.
        var messages = diagnostics.Any(one => one.Severity == DiagnosticSeverity.Error && !(one.Location.IsInSource && map.IsFromPage(one.Location.SourceSpan.Start)))
            ? [new BlockMessage(DiagnosticIds.BadProseValue, IsError: true, "The expression has no value that could be written.", source.Trimmed)]
            : Messages(diagnostics, block);
        return Guarded(new CompiledBlock(source, new BlockComments(), block, Sorted(messages)) { Submission = submission });
    }

    private (Submission? Submission, ImmutableArray<Microsoft.CodeAnalysis.Diagnostic> Diagnostics, Func<BlockNames> Names) Emit(
        BlockSource source, InstrumentedBlock block, CSharpCompilation? previous, CancellationToken cancellation)
    {
        var tree = CSharpSyntaxTree.ParseText(
            SourceText.From(block.Map.Text, Encoding.UTF8), ParseOptions, source.Name, cancellationToken: cancellation);
        // What else is wrong with a block that cannot be read would be guesswork.
        if (block.HasSyntaxErrors) return (null, [.. tree.GetDiagnostics(cancellation)], () => BlockNames.None);
        var compilation = On(previous, source.Name).AddSyntaxTrees(tree);
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        EmitResult result;
        try
        {
            result = compilation.Emit(assembly, symbols, options: WithSymbols, cancellationToken: cancellation);
        }
        // The compiler has defects of its own: nameof inside a deconstruction at the top of a script is one.
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            return (null, [CompilerDefect.Find(compilation, tree, defect, cancellation)], () => BlockNames.None);
        }
        var diagnostics = result.Diagnostics.Where(one => one.Severity >= DiagnosticSeverity.Warning).ToImmutableArray();
        BlockNames Names() => _names?.Read(compilation.GetSemanticModel(tree), block, cancellation) ?? BlockNames.None;
        if (!result.Success) return (null, diagnostics, Names);
        var entry = compilation.GetEntryPoint(cancellation)!;
        var positions = new SequencePoints([.. symbols.ToArray()], block, source.FirstLine);
        return (new Submission(compilation, assembly.ToArray(), entry.ContainingType.MetadataName, entry.MetadataName, positions), diagnostics, Names);
    }

    // Sessions number their blocks alike, and references once bound for a name serve all of them.
    private CSharpCompilation On(CSharpCompilation? previous, string name)
    {
        if (!_templates.TryGetValue(name, out var template))
        {
            lock (Binding) template = _templates.GetOrAdd(name, Bound);
        }
        return template.WithScriptCompilationInfo(template.ScriptCompilationInfo!.WithPreviousScriptCompilation(previous));
    }

    private CSharpCompilation Bound(string name)
    {
        var bound = CSharpCompilation.CreateScriptCompilation(name, null, _references, _imported.Value.Options);
        _ = bound.GetSpecialType(SpecialType.System_Object);
        return bound;
    }

    private Imported Import(ImmutableArray<string> usings)
    {
        var existing = Imports.Existing(usings, _references);
        // Debug code: a frame's offset then names its statement. No resolvers: #r and #load fail by themselves.
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            scriptClassName: "Submission#0",
            usings: existing.Select(one => one.StartsWith("static ", StringComparison.Ordinal) ? one["static ".Length..] : one),
            optimizationLevel: OptimizationLevel.Debug,
            nullableContextOptions: NullableContextOptions.Enable,
            deterministic: true,
            concurrentBuild: false);
        return new Imported(existing, existing.Length == usings.Length, options);
    }

    private static IEnumerable<BlockMessage> Messages(ImmutableArray<Microsoft.CodeAnalysis.Diagnostic> diagnostics, InstrumentedBlock block) =>
        diagnostics.Where(one => !IsAboutComment(one, block.Map)).Select(one => new BlockMessage(
            one.Id, one.Severity == DiagnosticSeverity.Error, Text(one),
            one.Location.IsInSource ? Place(one.Location.SourceSpan, block.Map) : default));

    // What the compiler says of a mark before a statement concerns the statement, and stands at its first word.
    private static TextSpan Place(TextSpan span, SourceMap map)
    {
        if (map.IsFromPage(span.Start)) return map.ToCode(span);
        var next = map.NextFromPage(span.Start);
        return map.ToCode(new TextSpan(next, SyntaxFactory.ParseToken(map.Text, next).Span.Length));
    }

    // A warning about a comparison or a mark that was put in says nothing about the page.
    private static bool IsAboutComment(Microsoft.CodeAnalysis.Diagnostic diagnostic, SourceMap map) =>
        diagnostic.Location.IsInSource && diagnostic.Location.SourceSpan.Start is var at && (map.CommentAt(at).Comment >= 0 || map.IsUnseen(at));

    // A block is a class to the compiler, and to nobody else.
    private static string Text(Microsoft.CodeAnalysis.Diagnostic diagnostic) => Submissions().Replace(diagnostic.GetMessage(CultureInfo.InvariantCulture), match => match.Groups["the"].Value switch
    {
        "The type " => "The block",
        "the type " => "the block",
        _ => "'",
    });

    private static ImmutableArray<BlockMessage> Sorted(IEnumerable<BlockMessage> messages) =>
        [.. messages.Distinct().OrderBy(one => one.Span.Start).ThenBy(one => one.Code, StringComparer.Ordinal)];

    private sealed record Imported(ImmutableArray<string> Usings, bool IsWhole, CSharpCompilationOptions Options);

    [GeneratedRegex(@"(?<the>[Tt]he type )'Submission#\d+'|'Submission#\d+\.", RegexOptions.ExplicitCapture)]
    private static partial Regex Submissions();
}
