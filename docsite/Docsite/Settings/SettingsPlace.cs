using Docsite.Pages;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Settings;

/// <summary>Finds what a finding is about in <c>docsite.yml</c> when that has been read already.</summary>
public static class SettingsPlace
{
    private const string File = "docsite.yml";

    /// <summary>Where a word stands first; the start of the file where it stands nowhere.</summary>
    /// <param name="root">The folder of the file.</param>
    /// <param name="word">A value as it was read from there, or a key.</param>
    public static PageLocation Of(string root, string word)
    {
        var path = Path.Combine(root, File);
        var page = System.IO.File.Exists(path) ? PageDecoder.Decode(File, RegularFile.Read(path)).Page : new PageText(File, "");
        var at = page.Text.IndexOf(word, StringComparison.Ordinal);
        return new PageLocation(page, at < 0 ? new TextSpan(0, 0) : new TextSpan(at, word.Length));
    }
}
