using System.Runtime.CompilerServices;
using Docsite.Display;

namespace LinuxMm.Figures;

/// <summary>Two pieces of code side by side, before and after a change, and what each gives: both were run.</summary>
public sealed class CodeComparison : IShowable
{
    private readonly string _title;
    private readonly CodeSide _before;
    private readonly CodeSide _after;

    /// <summary>Runs both.</summary>
    /// <param name="title">What it shows, in a few words.</param>
    /// <param name="before">The code as it was.</param>
    /// <param name="after">The code as it should be.</param>
    /// <param name="beforeCode">Filled by the compiler: the text of the first.</param>
    /// <param name="afterCode">Filled by the compiler: the text of the second.</param>
    public CodeComparison(
        string title, Func<object?> before, Func<object?> after, [CallerArgumentExpression(nameof(before))] string beforeCode = "", [CallerArgumentExpression(nameof(after))] string afterCode = "")
    {
        _title = CleanText.Title(title);
        _before = CodeSide.Run(before, beforeCode);
        _after = CodeSide.Run(after, afterCode);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The id has other characters than letters, digits and hyphens, or does not begin with a letter.</exception>
    public Picture Draw(string id)
    {
        FigureId.Require(id);
        var rows = ComparedLines.Of(_before.Lines, _after.Lines);
        var step = new PictureStep("before and after", "", ComparisonMarkup.Text(rows, _before, _after), ComparisonMarkup.Table($"{id}-s1", _title, rows, _before, _after), ComparisonMarkup.Cards(rows, _before, _after));
        return new Picture(_title, [step]);
    }
}
