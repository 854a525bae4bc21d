using System.CommandLine;

namespace Docsite.Cli.Reports;

/// <summary>The options of commands that report findings.</summary>
internal sealed class ReportOptions
{
    private readonly Option<string> _format = new("--format")
    {
        Description = "How findings are written.",
        DefaultValueFactory = _ => "text",
    };

    private readonly Option<FileInfo?> _file = new("--report") { Description = "Write the report to this file and show text on the console." };

    public void AddTo(Command command)
    {
        _format.AcceptOnlyFromAmong([.. Enum.GetNames<ReportFormat>().Select(name => name.ToLowerInvariant())]);
        command.Options.Add(_format);
        command.Options.Add(_file);
    }

    public ReportOutput Read(ParseResult parsed) =>
        new(Enum.Parse<ReportFormat>(parsed.GetValue(_format)!, ignoreCase: true), parsed.GetValue(_file)?.FullName);
}
