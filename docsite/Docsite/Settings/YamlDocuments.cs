using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Docsite.Settings;

/// <summary>Reads YAML of a depth that people write.</summary>
internal static partial class YamlDocuments
{
    /// <summary>How deep lists and mappings may be nested; settings need four, and a deeper text could exhaust the stack.</summary>
    private const int DeepestNesting = 32;

    /// <summary>The documents of a text.</summary>
    /// <exception cref="YamlException">It is no YAML, or nested too deeply.</exception>
    /// <exception cref="InvalidOperationException">The scanner has lost its way, as behind a bracket that is never closed.</exception>
    /// <exception cref="ArgumentException">The scanner has lost its way, as in half a character.</exception>
    public static IList<YamlDocument> Load(string yaml)
    {
        try
        {
            Check(yaml);
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            return stream.Documents;
        }
        catch (SyntaxErrorException error) when (error.Message.Contains(" tab ", StringComparison.Ordinal) && IndentingTab(yaml, error.Start) is { } tab)
        {
            throw new SyntaxErrorException(tab, tab, "a tab stands where a line is indented, which YAML does by blanks alone");
        }
    }

    // What the scanner would not tell, or not at its place.
    private static void Check(string yaml)
    {
        if (Control().Match(yaml) is { Success: true, Index: var at })
        {
            var mark = MarkAt(yaml, at);
            throw new SemanticErrorException(mark, mark, $"the control character U+{(int)yaml[at]:X4} has no place in YAML");
        }
        var parser = new Parser(new StringReader(yaml));
        var open = new Stack<NodeEvent>();
        var anchors = new HashSet<AnchorName>();
        while (Next(parser, open, yaml.TrimEnd().Length))
        {
            switch (parser.Current)
            {
                case AnchorAlias alias when !anchors.Contains(alias.Value):
                    throw new SemanticErrorException(alias.Start, alias.End, $"nothing is called &{alias.Value}");
                case MappingEnd or SequenceEnd:
                    open.Pop();
                    break;
                case NodeEvent node:
                    anchors.Add(node.Anchor);
                    if (node is MappingStart or SequenceStart) open.Push(node);
                    break;
            }
            if (open.Count > DeepestNesting) throw new SemanticErrorException(parser.Current!.Start, parser.Current.End, "it is nested too deeply");
        }
    }

    // Where a text ends inside a bracket, the bracket is to blame.
    private static bool Next(Parser parser, Stack<NodeEvent> open, int end)
    {
        try
        {
            return parser.MoveNext();
        }
        catch (Exception error) when ((error is InvalidOperationException || (error is YamlException unreadable && unreadable.Start.Index >= end)) && open.FirstOrDefault(IsBracket) is { } bracket)
        {
            throw new SemanticErrorException(bracket.Start, bracket.End, $"a '{(bracket is MappingStart ? '{' : '[')}' is never closed");
        }
    }

    private static bool IsBracket(NodeEvent node) => node is MappingStart { Style: MappingStyle.Flow } or SequenceStart { Style: SequenceStyle.Flow };

    private static Mark? IndentingTab(string yaml, Mark from)
    {
        var tabs = Indentation().Matches(yaml).Select(match => MarkAt(yaml, match.Groups["tab"].Index));
        return tabs.Where(tab => tab.Line >= from.Line).Select(tab => (Mark?)tab).FirstOrDefault();
    }

    private static Mark MarkAt(string yaml, int at)
    {
        var before = yaml.AsSpan(0, at);
        return new Mark(at, 1 + Ends().Count(before), at - before.LastIndexOfAny('\n', '\r'));
    }

    [GeneratedRegex(@"[\x00-\x08\x0B\x0C\x0E-\x1F\x7F]")]
    private static partial Regex Control();

    [GeneratedRegex(@"(?<=\A|\r\n|\n|\r(?!\n)) *(?<tab>\t)")]
    private static partial Regex Indentation();

    [GeneratedRegex(@"\r\n|\n|\r")]
    private static partial Regex Ends();
}
