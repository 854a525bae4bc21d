using System.Text;
using Docsite.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Pages;

/// <summary>Turns a file's bytes into a page.</summary>
public static class PageDecoder
{
    /// <summary>Decodes UTF-8.</summary>
    /// <returns>
    /// The page, and what is wrong with its bytes. Of a file with wrong bytes the page is the part before them: enough to
    /// show where they stand, and nothing of it may be run or written.
    /// </returns>
    public static (PageText Page, Diagnostic? Problem) Decode(string path, ReadOnlySpan<byte> bytes)
    {
        if (Wider(bytes) is { } encoding) return Foreign(path, $"the file is {encoding}");
        try
        {
            return (PageText.FromBytes(path, bytes), null);
        }
        catch (DecoderFallbackException)
        {
            var hasMark = bytes.StartsWith(Encoding.UTF8.Preamble);
            var text = bytes[(hasMark ? Encoding.UTF8.Preamble.Length : 0)..];
            var valid = LengthOfValidPart(text);
            var page = new PageText(path, Encoding.UTF8.GetString(text[..valid]), hasMark);
            return (page, Problem(page, $"the byte 0x{text[valid]:X2} is not UTF-8"));
        }
    }

    private static (PageText Page, Diagnostic Problem) Foreign(string path, string message)
    {
        var page = new PageText(path, "");
        return (page, Problem(page, message));
    }

    private static Diagnostic Problem(PageText page, string message) =>
        new(DiagnosticIds.BadEncoding, Severity.Error, new PageLocation(page, new TextSpan(page.Text.Length, 0)), message) { Notes = ["save the file as UTF-8"] };

    // By its mark; without one by its first two characters, of which the first is no NUL in any text.
    private static string? Wider(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] or [not 0, 0, 0, 0, ..] or [0, 0, 0, not 0, ..] => "UTF-32",
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [not 0, 0, not 0, 0, ..] or [0, not 0, 0, not 0, ..] => "UTF-16",
        _ => null,
    };

    private static int LengthOfValidPart(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        while (Rune.DecodeFromUtf8(bytes[length..], out _, out var consumed) == System.Buffers.OperationStatus.Done) length += consumed;
        return length;
    }
}
