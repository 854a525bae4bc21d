using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Docsite.Diagnostics;
using Docsite.Generation;
using Docsite.Pages;
using Docsite.Rendering;

namespace Docsite.Reference.Pages;

/// <summary>Which public members the site's blocks run, and which none of them does.</summary>
/// <param name="model">The surface.</param>
/// <param name="examples">What ran.</param>
/// <param name="settings">The least that is asked for.</param>
internal sealed class ExecutedPage(ApiModel model, ApiExamples examples, ReferenceSettings settings)
{
    // The worker is built on it, so blocks do not run a copy with marks.
    private static readonly string Uncounted = typeof(Display.Stage).Assembly.GetName().Name!;

    private readonly ImmutableArray<(ApiType Type, ImmutableArray<ApiMember> Run, ImmutableArray<ApiMember> NotRun)> _types =
    [
        .. model.Types.Where(type => type.Assembly != Uncounted).Select(type => (type, type.Members.Where(member => member.HasCode).ToLookup(member => examples.Running(member.CodeId ?? member.Id).Length > 0)))
            .Select(split => (split.type, split.Item2[true].ToImmutableArray(), split.Item2[false].ToImmutableArray())).Where(split => split.Item2.Length + split.Item3.Length > 0),
    ];

    /// <summary>Parts of a hundred that ran.</summary>
    public int Percent => Of(_types.Sum(type => type.Run.Length), _types.Sum(type => type.Run.Length + type.NotRun.Length));

    /// <summary>The finding where too few ran.</summary>
    public IEnumerable<Diagnostic> Findings() => Percent >= settings.MinimumExecuted ? [] :
    [
        new Diagnostic(DiagnosticIds.TooFewExecuted, Severity.Error, new PageLocation(new PageText("docsite.yml", ""), default),
            string.Create(CultureInfo.InvariantCulture, $"the site's blocks run {Percent}% of the public members; the setting MinimumExecuted asks for {settings.MinimumExecuted}%"))
        {
            Notes = [$"{settings.Folder}/executed.html lists the members that nothing runs"],
        },
    ];

    /// <summary>The page.</summary>
    public GeneratedContent.OfHtml Write()
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"lede\">The blocks of this site run {Percent}% of the public members that have code. What none of them runs is listed here.</p>\n");
        html.Append("<p>Counted while the blocks ran, by a mark at the start of each member. A member counts as run when its code is entered, by a block itself or by what it calls. Constants and abstract members have no code.</p>\n");
        html.Append("<div class=\"sheet\" role=\"region\" aria-label=\"Members that run, by type\" tabindex=\"0\"><table class=\"fixed\">\n<caption>Members that run, by type</caption>\n<colgroup><col class=\"w35\"><col class=\"w10\"><col class=\"w55\"></colgroup>\n<thead><tr><th scope=\"col\">Type</th><th scope=\"col\">Run</th><th scope=\"col\">Not run</th></tr></thead>\n<tbody>\n");
        foreach (var (type, run, rest) in _types.OrderBy(type => Of(type.Run.Length, type.Run.Length + type.NotRun.Length)).ThenBy(type => type.Type.Name, StringComparer.Ordinal))
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\"><a href=\"{type.Page}\">{Text(type.Name)}</a></th><td>{run.Length} of {run.Length + rest.Length}</td><td>");
            html.AppendJoin(", ", rest.Select(member => $"<a href=\"{type.Page}#{member.Anchor}\">{Text(member.Name)}</a>")).Append("</td></tr>\n");
        }
        return new GeneratedContent.OfHtml(html.Append("</tbody>\n</table></div>\n").ToString(), ImmutableArray<HeadingModel>.Empty);
    }

    private static int Of(int part, int whole) => whole == 0 ? 100 : part * 100 / whole;

    private static string Text(string text) => MarkdownText.EscapeHtml(text);
}
