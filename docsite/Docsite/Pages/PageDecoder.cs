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
            return (page, Problem(page, text[valid], IsUtf16(bytes)));
        }
    }

    private static Diagnostic Problem(PageText page, byte wrong, bool isUtf16) =>
        new(DiagnosticIds.BadEncoding, Severity.Error, new PageLocation(page, new TextSpan(page.Text.Length, 0)), isUtf16
            ? "the file is UTF-16"
            : $"the byte 0x{wrong:X2} is not UTF-8")
        { Notes = ["save the file as UTF-8"] };

    private static bool IsUtf16(ReadOnlySpan<byte> bytes) => bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    private static int LengthOfValidPart(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        while (Rune.DecodeFromUtf8(bytes[length..], out _, out var consumed) == System.Buffers.OperationStatus.Done) length += consumed;
        return length;
    }
}
