using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Pages;
using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Docsite.Settings;

/// <summary>A YAML file as a mapping whose keys know their place; what cannot be read becomes a finding.</summary>
internal sealed class YamlFile(PageText page)
{
    private readonly ImmutableArray<Diagnostic>.Builder _findings = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>The file.</summary>
    public PageText Page { get; } = page;

    /// <summary>What was wrong so far.</summary>
    public ImmutableArray<Diagnostic> Findings => _findings.ToImmutable();

    /// <summary>The pairs of the file's mapping in order; none when the file is empty or cannot be read.</summary>
    public IEnumerable<KeyValuePair<YamlNode, YamlNode>> ReadPairs()
    {
        var root = Load();
        if (root is null) return [];
        if (root is YamlMappingNode mapping) return mapping.Children;
        Report(root, "the file is not a list of 'Key: value' lines");
        return [];
    }

    /// <summary>Where a node stands.</summary>
    public PageLocation Locate(YamlNode node) => Locate(node.Start, node.End);

    /// <summary>Adds a finding at a node.</summary>
    public void Report(YamlNode node, string message, params ReadOnlySpan<string> notes) =>
        Report(Locate(node), message, notes);

    /// <summary>Adds a finding at a place.</summary>
    public void Report(PageLocation location, string message, params ReadOnlySpan<string> notes) => Report(Severity.Error, location, message, notes);

    /// <summary>Adds a finding at a place.</summary>
    public void Report(Severity severity, PageLocation location, string message, params ReadOnlySpan<string> notes) =>
        _findings.Add(new Diagnostic(DiagnosticIds.BadSyntax, severity, location, message) { Notes = [.. notes] });

    private PageLocation Locate(Mark start, Mark end)
    {
        var from = Math.Clamp((int)start.Index, 0, Page.Text.Length);
        var to = Math.Clamp((int)end.Index, from, Page.Text.Length);
        return new PageLocation(Page, TextSpan.FromBounds(from, to));
    }

    private YamlNode? Load()
    {
        try
        {
            var documents = YamlDocuments.Load(Page.Text);
            if (documents.Count > 1) Report(Locate(documents[1].RootNode.Start, documents[1].RootNode.Start), "a second document starts here, which nothing reads", "take out the line --- above it");
            return documents.Count == 0 ? null : documents[0].RootNode;
        }
        catch (YamlException e)
        {
            Report(Locate(e.Start, e.End), $"not readable as YAML: {Sentence(e.Message)}");
            return null;
        }
        catch (InvalidOperationException)
        {
            // The scanner gives up so, without a position, on an unclosed flow collection.
            Report(new PageLocation(Page, new TextSpan(0, 0)), "not readable as YAML: a '[' or '{' is never closed");
            return null;
        }
        catch (ArgumentException)
        {
            Report(new PageLocation(Page, new TextSpan(0, 0)), "not readable as YAML: it holds what no text has, such as half a character");
            return null;
        }
    }

    private static string Sentence(string message) =>
        message.Length == 0 ? message : char.ToLowerInvariant(message[0]) + message[1..].TrimEnd('.');
}
