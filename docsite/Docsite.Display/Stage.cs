namespace Docsite.Display;

/// <summary>Where a block or a program shows its pictures.</summary>
public static class Stage
{
    /// <summary>Receives what is shown; a plain <c>dotnet run</c> prints the text form instead.</summary>
    internal static Action<IShowable>? Audience { get; set; }

    /// <summary>Shows a value at this point of the page.</summary>
    /// <param name="showable">What to show.</param>
    public static void Show(IShowable showable)
    {
        ArgumentNullException.ThrowIfNull(showable);
        if (Audience is { } audience) audience(showable);
        else Console.Write(showable.Draw("figure").Text);
    }
}
