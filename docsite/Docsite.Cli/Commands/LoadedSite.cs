using System.CommandLine;
using System.Security.Cryptography;
using Docsite.Cli.Preview;
using Docsite.Diagnostics;
using Docsite.Pages;
using Docsite.Settings;

namespace Docsite.Cli.Commands;

/// <summary>A site whose settings were read.</summary>
/// <param name="Settings">The settings, with what the command line puts in their place.</param>
/// <param name="CacheFolder">Where results are kept between runs; wherever this run writes the site, it is the site's own.</param>
internal sealed record LoadedSite(SiteSettings Settings, string CacheFolder)
{
    /// <summary>A word for the bytes of the settings file.</summary>
    public required string SettingsHash { get; init; }

    public const string SettingsFile = "docsite.yml";

    /// <summary>Where results of its blocks are kept.</summary>
    public string RunFolder(RunnerOptions options) => Caching.RunFolders.Of(CacheFolder, options.Configuration);

    /// <summary>Reads the settings that the command line names; nothing, and the reasons told, where they cannot be used.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="options">Its options.</param>
    /// <param name="tell">Who else is told of the reasons.</param>
    public static LoadedSite? Load(ParseResult parsed, SiteOptions options, Action<PreviewMessage>? tell = null)
    {
        var root = parsed.GetValue(options.Root)!.FullName;
        var file = Path.Combine(root, SettingsFile);
        if (!File.Exists(file))
        {
            Console.Error.WriteLine($"docsite: there is no {SettingsFile} in {root}; go to the site's folder, name it with --root, or make one with: {ToolCommand.Here} init");
            tell?.Invoke(PreviewMessage.Reason($"There is no {SettingsFile}."));
            return null;
        }
        byte[] bytes;
        try
        {
            bytes = RegularFile.ReadText(file);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"docsite: {SettingsFile} in {root} cannot be read: {unreadable.Message}");
            tell?.Invoke(PreviewMessage.Reason($"{SettingsFile} cannot be read."));
            return null;
        }
        var (page, problem) = PageDecoder.Decode(SettingsFile, bytes);
        var reading = SettingsReader.Read(page, root);
        var findings = problem is null ? reading.Diagnostics : [problem];
        if (findings.Length > 0) Findings.Print(findings);
        if (findings.Any(finding => finding.Severity == Severity.Error))
        {
            tell?.Invoke(PreviewMessage.Findings(findings));
            return null;
        }
        var settings = reading.Settings;
        if (parsed.GetValue(options.Output) is { } output) settings = settings with { OutputPath = Path.GetFullPath(output) };
        if (parsed.GetValue(options.Host) is { } host) settings = settings with { Host = SiteHost.Read(host) };
        return new LoadedSite(settings, Caching.CacheFolder.Of(reading.Settings)) { SettingsHash = Convert.ToHexStringLower(SHA256.HashData(bytes)) };
    }
}
