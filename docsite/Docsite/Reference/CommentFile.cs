using System.Globalization;
using System.Xml;
using Microsoft.CodeAnalysis;

namespace Docsite.Reference;

/// <summary>The comments that the compiler wrote beside an assembly, read when the first of them is asked for.</summary>
internal sealed class CommentFile(string path) : DocumentationProvider
{
    private readonly Lazy<Dictionary<string, string>> _comments = new(() => Read(path));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CommentFile other && other.FilePath == path;

    /// <inheritdoc/>
    public override int GetHashCode() => path.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    protected override string GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default) =>
        _comments.Value.GetValueOrDefault(documentationMemberID, "");

    private string FilePath => path;

    private static Dictionary<string, string> Read(string path)
    {
        var comments = new Dictionary<string, string>(StringComparer.Ordinal);
        using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        while (!reader.EOF)
        {
            // Reading an element whole leads to what follows it, which may be the next one.
            if (reader is { NodeType: XmlNodeType.Element, Name: "member" } && reader.GetAttribute("name") is { } name) comments[name] = reader.ReadOuterXml();
            else _ = reader.Read();
        }
        return comments;
    }
}
