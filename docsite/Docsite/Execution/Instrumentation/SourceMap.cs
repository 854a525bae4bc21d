using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Execution.Instrumentation;

/// <summary>The way back from instrumented code to the code on the page.</summary>
internal sealed class SourceMap
{
    private readonly ImmutableArray<Piece> _pieces;

    private SourceMap(string text, ImmutableArray<Piece> pieces)
    {
        Text = text;
        _pieces = pieces;
    }

    /// <summary>The instrumented code.</summary>
    internal string Text { get; }

    /// <summary>Puts insertions into code.</summary>
    /// <param name="code">The code on the page.</param>
    /// <param name="header">Text before it, its line end included.</param>
    /// <param name="insertions">In any order; those at one offset are ordered by <see cref="Insertion.Order"/>.</param>
    internal static SourceMap Build(string code, string header, IEnumerable<Insertion> insertions)
    {
        var text = new StringBuilder(header);
        var pieces = ImmutableArray.CreateBuilder<Piece>();
        var copied = 0;
        pieces.Add(new Piece(0, header.Length, 0, IsCopied: false, Comment: -1, IsUnseen: false));
        foreach (var insertion in insertions.OrderBy(one => one.At).ThenBy(one => one.Order))
        {
            Copy(insertion.At);
            var origin = insertion.CopiedFrom ?? insertion.At;
            pieces.Add(new Piece(text.Length, insertion.Text.Length, origin, insertion.CopiedFrom is not null, insertion.Comment, insertion.IsUnseen));
            _ = text.Append(insertion.Text);
        }
        Copy(code.Length);
        return new SourceMap(text.ToString(), pieces.ToImmutable());

        void Copy(int end)
        {
            pieces.Add(new Piece(text.Length, end - copied, copied, IsCopied: true, Comment: -1, IsUnseen: false));
            _ = text.Append(code, copied, end - copied);
            copied = end;
        }
    }

    /// <summary>The span in the page's code of a span of instrumented code.</summary>
    internal TextSpan ToCode(TextSpan span)
    {
        var start = Origin(PieceAt(span.Start), span.Start);
        if (span.Length == 0) return new TextSpan(start, 0);
        var end = Origin(PieceAt(span.End - 1), span.End - 1, isLast: true);
        return end < start ? new TextSpan(start, 0) : TextSpan.FromBounds(start, end);
    }

    /// <summary>The value comment that an offset of instrumented code was inserted for, or -1; and whether it is the comment's own text.</summary>
    internal (int Comment, bool IsExpected) CommentAt(int offset)
    {
        var piece = PieceAt(offset);
        return (piece.Comment, piece.IsCopied);
    }

    /// <summary>Whether an offset of instrumented code stands on the page.</summary>
    internal bool IsFromPage(int offset) => PieceAt(offset).IsCopied;

    /// <summary>Whether what the compiler says at an offset of instrumented code concerns nothing on the page.</summary>
    internal bool IsUnseen(int offset) => PieceAt(offset).IsUnseen;

    /// <summary>The first offset from another on that stands on the page; the other where there is none.</summary>
    internal int NextFromPage(int offset) => _pieces.FirstOrDefault(piece => piece.IsCopied && piece.Length > 0 && piece.Start >= offset)?.Start ?? offset;

    private Piece PieceAt(int offset)
    {
        // Empty pieces hold no offset; the last one also holds the text's end.
        Piece? last = null;
        foreach (var piece in _pieces)
        {
            if (piece.Start > offset) break;
            if (piece.Length > 0) last = piece;
        }
        return last ?? _pieces[0];
    }

    private static int Origin(Piece piece, int offset, bool isLast = false) =>
        piece.IsCopied ? piece.Origin + Math.Min(offset - piece.Start + (isLast ? 1 : 0), piece.Length) : piece.Origin;

    private sealed record Piece(int Start, int Length, int Origin, bool IsCopied, int Comment, bool IsUnseen);
}

/// <summary>Text put into a block's code.</summary>
/// <param name="At">Offset in the code.</param>
/// <param name="Order">What comes first at one offset: what ends something comes before what begins something.</param>
/// <param name="Text">The text; without line ends, so that lines keep their numbers.</param>
internal sealed record Insertion(int At, InsertionOrder Order, string Text)
{
    /// <summary>The index of the value comment it belongs to, or -1.</summary>
    internal int Comment { get; init; } = -1;

    /// <summary>Where the text stands in the code, when it is a copy of it.</summary>
    internal int? CopiedFrom { get; init; }

    /// <summary>Whether what the compiler says of it concerns nothing on the page: that it is never reached, for one.</summary>
    internal bool IsUnseen { get; init; }
}

/// <summary>The order of insertions at one offset.</summary>
internal enum InsertionOrder
{
    /// <summary>Closes the call around an expression.</summary>
    Close,

    /// <summary>The stated value.</summary>
    Expected,

    /// <summary>A missing semicolon.</summary>
    Semicolon,

    /// <summary>A statement behind a declaration.</summary>
    After,

    /// <summary>The stated value in it.</summary>
    AfterExpected,

    /// <summary>The end of it.</summary>
    AfterEnd,

    /// <summary>The end of a statement's body.</summary>
    BodyEnd,

    /// <summary>The mark before a statement.</summary>
    Mark,

    /// <summary>Opens the call around an expression.</summary>
    Open,
}
