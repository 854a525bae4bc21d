namespace Docsite.Cli.Preview;

/// <summary>What open pages are told.</summary>
/// <param name="Kind"><c>reload</c>: there is a newer site; <c>findings</c>: there is none, for these reasons.</param>
/// <param name="Text">The findings as text; empty for a reload.</param>
public sealed record PreviewMessage(string Kind, string Text)
{
    internal string ToServerSentEvent() =>
        $"event: {Kind}\n{string.Concat(Text.Split('\n').Select(line => $"data: {line}\n"))}\n";
}
