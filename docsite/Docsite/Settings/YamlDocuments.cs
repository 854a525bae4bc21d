using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Docsite.Settings;

/// <summary>Reads YAML of a depth that people write.</summary>
internal static class YamlDocuments
{
    /// <summary>How deep lists and mappings may be nested; settings need four, and a deeper text could exhaust the stack.</summary>
    private const int DeepestNesting = 32;

    /// <summary>The documents of a text.</summary>
    /// <exception cref="YamlException">It is no YAML, or nested too deeply.</exception>
    /// <exception cref="InvalidOperationException">The scanner has lost its way, as behind a bracket that is never closed.</exception>
    /// <exception cref="ArgumentException">The scanner has lost its way, as in half a character.</exception>
    public static IList<YamlDocument> Load(string yaml)
    {
        CheckNesting(yaml);
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return stream.Documents;
    }

    private static void CheckNesting(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        var depth = 0;
        while (parser.MoveNext())
        {
            if (parser.Current is MappingStart or SequenceStart) depth++;
            if (parser.Current is MappingEnd or SequenceEnd) depth--;
            if (depth > DeepestNesting) throw new SemanticErrorException(parser.Current!.Start, parser.Current.End, "it is nested too deeply");
        }
    }
}
