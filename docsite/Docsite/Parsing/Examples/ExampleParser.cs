using Docsite.Diagnostics;
using Docsite.Pages;
using Docsite.Settings;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Parsing.Examples;

/// <summary>Reads an example file: a C# program for <c>dotnet run</c> that is also a page with one block.</summary>
/// <remarks>
/// Its leading comment is front matter and Markdown, its code is the block, and comments behind the code state what it prints and
/// shows. All positions, and all edits, are those of the file itself.
/// </remarks>
public static class ExampleParser
{
    private static readonly (string Key, string Option)[] OptionKeys = [("Throws", "throws"), ("Timeout", "timeout"), ("Highlight", "highlight")];

    /// <summary>Reads one file. Whatever the text, it returns; what cannot be read is a finding.</summary>
    /// <param name="file">The file.</param>
    /// <param name="settings">Input folders and variants.</param>
    public static ParsedPage Parse(PageText file, SiteSettings settings)
    {
        var findings = new FindingList(file);
        var header = ExampleHeader.Find(file);
        var frontMatter = FrontMatterOf(file, header, settings, findings);
        var markdown = new PageText(file.Path, ExampleHeader.Only(file, header.Body));
        var document = PageParser.ParseMarkdown(markdown.Text, 0, findings);
        RefuseBlocks(document, markdown, findings);
        if (frontMatter.Text("Description") is { Length: > 0 } answer) document.Insert(0, Paragraph(answer));
        var pageId = PageIds.Of(file.Path, settings.InputPaths);
        var block = BlockOf(file, header, frontMatter, settings, pageId, findings);
        document.Add(block.Syntax);
        foreach (var fence in block.Outputs.Concat(block.Diagnostics).Concat(block.Figures).OrderBy(fence => fence.Location.Span.Start)) document.Add(fence.Syntax);
        ExampleFooter.Add(document, file, frontMatter);
        return new ParsedPage(file, frontMatter, document, [block, .. Values(markdown, document, file, pageId, findings)])
        {
            Id = pageId,
            Diagnostics = findings.ToImmutable(),
        };
    }

    private static FrontMatter FrontMatterOf(PageText file, ExampleHeader header, SiteSettings settings, FindingList findings)
    {
        var yaml = ExampleHeader.SpanOf(file, header.Yaml);
        var frontMatter = header.Yaml.IsEmpty
            ? FrontMatter.None
            : FrontMatterParser.Read(file, ExampleHeader.Only(file, header.Yaml), new FrontMatterSpan(yaml, yaml.End), PageKeys.OfExample([VariantWords.Singular(settings), VariantWords.Plural(settings)]), findings);
        if (string.IsNullOrWhiteSpace(frontMatter.Text("Title")) && findings.Count == 0 && header.CodeStart < file.LineCount)
        {
            findings.Error(DiagnosticIds.BadFrontMatter, new TextSpan(0, 0), "the example has no title",
                "start the file with a line // Title: What it shows, and a line // --- above the words about it");
        }
        return frontMatter;
    }

    // A title asks, the description answers; the words in the comment are about the program.
    private static ParagraphBlock Paragraph(string text) => new() { Inline = new ContainerInline().AppendChild(new LiteralInline(text)), Span = SourceSpan.Empty };

    // A block in the comment would look checked; the program itself is what runs.
    private static void RefuseBlocks(MarkdownDocument document, PageText markdown, FindingList findings)
    {
        foreach (var fence in document.Descendants<FencedCodeBlock>().Where(fence => FenceLanguages.KindOf(fence.Info ?? "") is not FenceLanguage.Plain))
        {
            var line = markdown.LineSpan(markdown.PositionOf(fence.Span.Start).Line);
            findings.Error(DiagnosticIds.BadSyntax, Fence.TrimEnd(markdown, TextSpan.FromBounds(fence.Span.Start, line.End)),
                $"a fence {fence.Info} in the comment of an example is not checked", "the program is the block; what it prints is stated behind it: /* output");
        }
    }

    private static SessionStep.Block BlockOf(
        PageText file, ExampleHeader header, FrontMatter frontMatter, SiteSettings settings, string pageId, FindingList findings)
    {
        var first = findings.Count;
        var comments = new ExampleComments(file, findings).Read();
        var reader = new OptionReader(settings, findings);
        var options = new BlockOptionsParser(reader, file.LineCount).Parse([.. Words(frontMatter, reader)]);
        var declarations = options.Variants.IsEmpty ? [] : ExampleCode.Declarations(settings.Variants);
        var code = ExampleCode.Find(file, header.CodeStart, comments.CodeEnd, declarations);
        if (code.Shown.Lines.IsEmpty) findings.Error(DiagnosticIds.NothingWritten, new TextSpan(0, 0), "the example has no program", "write it, or remove the file; a name that starts with _ is never published");
        else if (!options.Variants.IsEmpty && !code.DeclaresVariant) NoDeclaration(frontMatter, settings, findings);
        var syntax = new FencedCodeBlock(new FencedCodeBlockParser()) { Info = "csharp", Span = Span(code.Shown) };
        var draft = new BlockDraft(FenceOf(file, syntax, code), options, null) { Code = code.Runs };
        foreach (var (fence, info) in comments.Fences) new ExpectationFences(file, reader).Attach(fence, info, draft);
        draft.IsMisread = findings.Count > first;
        var name = Path.GetFileNameWithoutExtension(file.Path);
        findings.NameSubject(first, findings.Count, $"{pageId}#{name}");
        return draft.ToStep($"{pageId}#{name}", file) with { Shown = code.Shown, IsProgram = true };
    }

    private static Fence FenceOf(PageText file, FencedCodeBlock syntax, ExampleCode code)
    {
        var opening = code.Shown.Lines.IsEmpty ? new TextSpan(code.EndOffset, 0) : Fence.TrimEnd(file, code.Shown.Lines[0]);
        return new Fence(syntax, opening, opening, code.Shown, opening, code.EndOffset, "");
    }

    private static SourceSpan Span(CodeRegion code) =>
        code.Lines.IsEmpty ? SourceSpan.Empty : new SourceSpan(code.Lines[0].Start, Math.Max(code.Lines[0].Start, code.Lines[^1].End - 1));

    /// <summary>The keys of the header that are options of a block, at their places.</summary>
    private static IEnumerable<InfoWord> Words(FrontMatter frontMatter, OptionReader reader)
    {
        var keys = OptionKeys.Concat(reader.VariantWordsAllowed.Select(word => (Key: word, Option: word)));
        return frontMatter.Entries.SelectMany(entry => keys.Where(key => key.Key.Equals(entry.Key, StringComparison.OrdinalIgnoreCase))
            .Select(key => new InfoWord(key.Option, entry.Text ?? "", entry.KeyLocation, entry.ValueLocation)));
    }

    private static void NoDeclaration(FrontMatter frontMatter, SiteSettings settings, FindingList findings)
    {
        var entry = frontMatter.Find(VariantWords.Plural(settings)) ?? frontMatter.Find(VariantWords.Singular(settings));
        findings.Error(DiagnosticIds.BadSyntax, entry!.KeyLocation.Span, $"no line of the program declares the {settings.VariantName} that it runs in by itself",
            $"write one of them on a line of its own, e.g. {settings.Variants[0].Declaration.Trim()}", "the site runs the program once for each that is named here, with its declaration in that place");
    }

    private static IEnumerable<SessionStep> Values(PageText markdown, MarkdownDocument document, PageText file, string pageId, FindingList findings) =>
        new ProseValues(markdown, document, findings).Find(0).Select((value, i) => new SessionStep.ProseValue(
            $"{pageId}#value-{i + 1}", value.Comment with { Page = file }, value.Shown with { Page = file }, value.Expression with { Page = file }));
}
