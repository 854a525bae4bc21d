using System.Globalization;
using System.Security;
using Microsoft.CodeAnalysis;

namespace Docsite.Reference;

/// <summary>The comments that the compiler wrote beside an assembly.</summary>
/// <remarks>The framework's hold tens of thousands, of which a site asks for a few: they are looked up in the text, not read.</remarks>
internal sealed class CommentFile(string path) : DocumentationProvider
{
    private readonly Lazy<string> _text = new(() => File.ReadAllText(path));

    /// <summary>The comments beside an assembly, if there are any.</summary>
    public static CommentFile? Beside(string assembly) =>
        Path.ChangeExtension(assembly, ".xml") is var comments && File.Exists(comments) ? new CommentFile(comments) : null;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CommentFile other && other.FilePath == path;

    /// <inheritdoc/>
    public override int GetHashCode() => path.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    protected override string GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default)
    {
        const string End = "</member>";
        var text = _text.Value;
        var start = text.IndexOf($"<member name=\"{SecurityElement.Escape(documentationMemberID)}\">", StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf(End, start, StringComparison.Ordinal);
        return end < 0 ? "" : text[start..(end + End.Length)];
    }

    private string FilePath => path;
}
