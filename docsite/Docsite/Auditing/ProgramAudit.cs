using System.Text.RegularExpressions;
using Docsite.Diagnostics;
using Docsite.Pages;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Auditing;

/// <summary>The projects that an example's lines <c>#:project</c> name are there, so that <c>dotnet run</c> finds them.</summary>
internal sealed partial class ProgramAudit : IAudit
{
    public IEnumerable<Diagnostic> Check(AuditedSite site) => site.Pages.Select(page => page.Rendered).Where(page => page.Page.Source.IsExample)
        .SelectMany(page => Missing(page.Page.Source.Text, page.Input.Settings.Root))
        .Select(path => new Diagnostic(DiagnosticIds.BadSource, Severity.Error, path, $"there is no project {path.Text} that dotnet run could build")
        {
            Notes = ["a line #:project names a project's file or its folder by the way from this file"],
        });

    // MSBuild's own words in a path are known to nobody else.
    private static IEnumerable<PageLocation> Missing(PageText file, string root) => Projects().Matches(file.Text).Select(match => match.Groups["path"])
        .Where(path => !path.Value.Contains('$', StringComparison.Ordinal) && !Exists(Path.Combine(root, Path.GetDirectoryName(file.Path) ?? "", path.Value)))
        .Select(path => new PageLocation(file, new TextSpan(path.Index, path.Length)));

    private static bool Exists(string path) => File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFiles(path, "*.*proj").Any());

    [GeneratedRegex(@"^#:project[ \t]+(?<path>\S[^\r\n]*?)[ \t]*\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Projects();
}
