using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Docsite.Diagnostics;
using Docsite.Writing;

namespace Docsite.Cli.Reports;

/// <summary>JUnit's XML: a suite for each page, a case for each block and prose value, and one for what concerns the page itself.</summary>
internal static class JunitReport
{
    private const string OfThePage = "the page itself";

    internal static string Of(FinishedRun run)
    {
        var errors = run.Result.Diagnostics.Where(finding => finding.Severity == Severity.Error).ToList();
        var pages = run.Result.Steps.Select(step => step.Step.Location.Page.Path).Concat(errors.Select(finding => finding.Location.Page.Path))
            .Distinct().Order(StringComparer.Ordinal).Select(page => Suite(page, run.Result, errors)).ToList();
        var root = new XElement("testsuites", new XAttribute("name", "docsite"),
            Count("tests", pages), Count("failures", pages), Count("skipped", pages),
            new XAttribute("time", run.Elapsed.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture)), pages);
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true })) root.Save(writer);
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{text}\n";
    }

    private static XElement Suite(string page, SiteResult result, List<Diagnostic> errors)
    {
        var here = errors.Where(finding => finding.Location.Page.Path == page).ToList();
        var steps = result.Steps.Where(step => step.Step.Location.Page.Path == page).ToList();
        var ids = steps.Select(step => step.Step.Id).ToHashSet(StringComparer.Ordinal);
        var cases = steps.Select(step => Case(page, step.Step.Id, errors.Where(finding => finding.Subject == step.Step.Id), step.IsIgnored ? step.Promise : null))
            .Append(Case(page, OfThePage, here.Where(finding => finding.Subject is null || !ids.Contains(finding.Subject)), null)).ToList();
        return new XElement("testsuite", new XAttribute("name", page),
            new XAttribute("tests", cases.Count),
            new XAttribute("failures", cases.Count(one => one.Element("failure") is not null)),
            new XAttribute("skipped", cases.Count(one => one.Element("skipped") is not null)), cases);
    }

    private static XElement Case(string page, string name, IEnumerable<Diagnostic> errors, string? skipped)
    {
        var found = errors.ToList();
        var one = new XElement("testcase", new XAttribute("classname", page), new XAttribute("name", name));
        if (found.Count > 0)
        {
            one.Add(new XElement("failure", new XAttribute("message", PlainCharacters.In($"{found[0].Id}: {found[0].Message}")), new XAttribute("type", found[0].Id),
                PlainCharacters.In(string.Concat(found.Select(TextReport.Of)))));
        }
        else if (skipped is not null) one.Add(new XElement("skipped", new XAttribute("message", PlainCharacters.In(skipped))));
        return one;
    }

    private static XAttribute Count(string name, List<XElement> suites) => new(name, suites.Sum(suite => (int)suite.Attribute(name)!));
}
