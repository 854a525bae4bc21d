using System.Collections.Immutable;
using Docsite.Diagnostics;

namespace Docsite.Parsing;

/// <summary>Reads the options of a <c>csharp</c> fence.</summary>
internal sealed class BlockOptionsParser(OptionReader reader, int lineCount)
{
    private static readonly string[] KindWords = ["compile", "fails", "throws", "ignore"];

    private readonly List<InfoWord> _kinds = [];
    private BlockOptions _options = new();

    /// <summary>Every option but those that the settings name.</summary>
    internal static ImmutableArray<string> Words { get; } = ["compile", "fails", "throws", "ignore", "session", "fresh", "setup", "hidden", "id", "title", "highlight", "timeout", "source"];

    /// <summary>The name given by <c>id=</c>.</summary>
    public InfoWord? Id { get; private set; }

    /// <summary>Every option, as it is listed to somebody who misspelt one.</summary>
    private IReadOnlyList<string> Allowed => [.. Words, .. reader.VariantWordsAllowed];

    /// <summary>Reads all words once.</summary>
    public BlockOptions Parse(ImmutableArray<InfoWord> words)
    {
        foreach (var word in reader.WithoutRepeats(words))
        {
            if (!TryReadKind(word) && !TryReadSession(word) && !TryReadLook(word))
            {
                reader.Unknown(word, words.IndexOf(word) is var i and > 0 ? words[i - 1] : null, Allowed);
            }
        }
        CheckContradictions(words);
        return _options;
    }

    private bool TryReadKind(InfoWord word)
    {
        BlockKind? kind = null;
        switch (word.Name)
        {
            case "compile":
                if (reader.Flag(word)) kind = new BlockKind.CompileOnly();
                break;
            case "fails":
                if (ValueForms.CompilerCodes(reader, word) is { } codes) kind = new BlockKind.Fails(codes);
                break;
            case "throws":
                if (ValueForms.TypeName(reader, word) is { } type) kind = new BlockKind.Throws(type);
                break;
            case "ignore":
                if (reader.Value(word, "ignore=\"the reason\"") is { } reason) kind = new BlockKind.Ignored(reason.Trim());
                break;
            default:
                return false;
        }
        _kinds.Add(word);
        if (kind is not null && _kinds.Count == 1)
        {
            var place = word.Value is null ? word.Location : word.ValueLocation;
            _options = _options with { Kind = kind, KindLocation = place };
        }
        return true;
    }

    private bool TryReadSession(InfoWord word)
    {
        switch (word.Name)
        {
            case "session":
                _options = _options with { Session = reader.Name(word, "session=name") };
                return true;
            case "fresh":
                _options = _options with { Fresh = reader.Flag(word) };
                return true;
            case "setup":
                _options = _options with { Setup = reader.Flag(word) };
                return true;
            case "timeout":
                _options = _options with { Timeout = ValueForms.Duration(reader, word) };
                return true;
            default:
                if (!reader.IsVariants(word)) return false;
                _options = _options with { Variants = reader.Variants(word) };
                return true;
        }
    }

    private bool TryReadLook(InfoWord word)
    {
        switch (word.Name)
        {
            case "hidden":
                _options = _options with { Hidden = reader.Flag(word) };
                return true;
            case "id":
                Id = reader.Name(word, "id=name") is null ? null : word;
                return true;
            case "title":
                _options = _options with { Title = reader.Value(word, "title=\"a title\"") };
                return true;
            case "highlight":
                _options = _options with { Highlight = ValueForms.Lines(reader, word, lineCount) };
                return true;
            case "source":
                _options = _options with { Source = Source(word) };
                return true;
            default:
                return false;
        }
    }

    private SourceReference? Source(InfoWord word)
    {
        if (reader.Value(word, "source=examples/name.cs#region") is not { } value) return null;
        var hash = value.IndexOf('#', StringComparison.Ordinal);
        var (path, region) = hash < 0 ? (value, null) : (value[..hash], value[(hash + 1)..]);
        if (path.Length > 0 && region is not { Length: 0 }) return new SourceReference(path, region, word.ValueLocation);
        reader.Findings.Error(DiagnosticIds.BadSyntax, word.ValueLocation.Span, "source names no file and region", "write it like source=examples/name.cs#region");
        return null;
    }

    private void CheckContradictions(ImmutableArray<InfoWord> words)
    {
        for (var i = 1; i < _kinds.Count; i++) Contradiction(_kinds[i], _kinds[0]);
        Exclude(words, "session", "fresh");
        foreach (var other in (string[])[.. KindWords, "session", "fresh", .. reader.VariantWordsAllowed]) Exclude(words, other, "setup");
        Exclude(words, "ignore", "timeout");
        Exclude(words, "compile", "timeout");
        Exclude(words, "fails", "timeout");
    }

    private void Exclude(ImmutableArray<InfoWord> words, string one, string other)
    {
        var first = words.FirstOrDefault(word => word.Name == one);
        var second = words.FirstOrDefault(word => word.Name == other);
        if (first is null || second is null) return;
        if (first.Location.Span.Start < second.Location.Span.Start) Contradiction(second, first);
        else Contradiction(first, second);
    }

    private void Contradiction(InfoWord later, InfoWord earlier) =>
        reader.Findings.Error(DiagnosticIds.ContradictingOptions, later.Location.Span, $"{later.Name} contradicts {earlier.Name}", Contradictions.Reason(earlier.Name, later.Name));
}
