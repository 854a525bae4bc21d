using Docsite.Display;

namespace LinuxMm.Figures;

/// <summary>Kinds of ranges and eras as a table: each cell a sign and a word, outlined where it differs from the one on its left, and linked to the run behind it.</summary>
/// <param name="title">What it shows, in a few words.</param>
/// <param name="matrix">The runs.</param>
/// <param name="answer">Which of their answers to show.</param>
public sealed class EraMatrixTable(string title, EraMatrix matrix, MatrixAnswer answer = MatrixAnswer.GetVaddrFrames) : IShowable
{
    private readonly string _title = CleanText.Title(title);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The id has other characters than letters, digits and hyphens, or does not begin with a letter.</exception>
    public Picture Draw(string id)
    {
        FigureId.Require(id);
        var rows = MatrixRow.Of(matrix, answer);
        var step = new PictureStep(MatrixWords.Question(answer), "", MatrixWords.Text(rows), MatrixMarkup.Table($"{id}-s1", _title, [.. matrix.Eras], rows), MatrixMarkup.Runs($"{id}-s1", rows));
        return new Picture(_title, [step]);
    }
}
