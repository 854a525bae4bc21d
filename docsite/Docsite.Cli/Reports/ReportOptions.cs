using System.CommandLine;
using System.CommandLine.Parsing;
using Docsite.Diagnostics;

namespace Docsite.Cli.Reports;

/// <summary>The options of commands that report findings.</summary>
internal sealed class ReportOptions
{
    private static readonly string[] Forms = [.. Enum.GetNames<ReportFormat>().Select(name => name.ToLowerInvariant())];

    private readonly Option<string?> _format = new("--format") { Description = "How findings are written; text where nothing is said." };

    private readonly Option<string[]> _files = new("--report")
    {
        Description = "Write the report to this file and show text on the console. The file's form is a word before its name, as in sarif:found.sarif, else --format, else told by .sarif, .json or .xml. May be given more than once.",
        HelpName = "form:file",
    };

    public void AddTo(Command command)
    {
        _format.AcceptOnlyFromAmong(Forms);
        _files.Validators.Add(Refuse);
        command.Options.Add(_format);
        command.Options.Add(_files);
    }

    /// <summary>Where a form that was asked for goes to no file, the console has it.</summary>
    public ReportOutput Read(ParseResult parsed)
    {
        ReportFormat? asked = parsed.GetValue(_format) is { } word ? Enum.Parse<ReportFormat>(word, ignoreCase: true) : null;
        var files = (parsed.GetValue(_files) ?? []).Select(ReportFile.Read).ToList();
        var console = files.TrueForAll(file => file.Format is not null) ? asked : null;
        return new ReportOutput(console ?? ReportFormat.Text, [.. files.Select(file => file with { Format = file.Format ?? asked ?? file.FormatOfName })]);
    }

    private static void Refuse(OptionResult result)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var written in result.Tokens.Select(token => token.Value))
        {
            var path = ReportFile.Read(written).Path;
            if (path.Length == 0) result.AddError($"--report '{written}' names no file.");
            else if (ReportFile.UnknownForm(written) is { } form) result.AddError($"--report '{written}' asks for no form that there is: {form}{NearestWord.Question(form, Forms)}; a file called so is ./{written}");
            else if (Directory.Exists(path)) result.AddError($"--report '{written}' names a folder.");
            else if (!known.TryAdd(path, written)) result.AddError($"--report '{known[path]}' and '{written}' are one file.");
        }
    }
}
