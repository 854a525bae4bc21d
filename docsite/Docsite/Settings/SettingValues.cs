using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Docsite.Diagnostics;
using YamlDotNet.RepresentationModel;

namespace Docsite.Settings;

/// <summary>Reads the values of settings; one that cannot be read is reported and the default kept.</summary>
internal sealed partial class SettingValues(YamlFile yaml)
{
    // What those who come from Statiq look for.
    private static readonly FrozenDictionary<string, string> Elsewhere = new Dictionary<string, string>
    {
        ["LinksUseHttps"] = "Host says so, e.g. https://example.org",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public string Text(YamlNode node, string fallback)
    {
        if (node is YamlScalarNode { Value.Length: > 0 } scalar) return scalar.Value;
        yaml.Report(node, "a text is expected");
        return fallback;
    }

    /// <summary>The pairs of a mapping by the keys that it may have; others, and a key that comes again, are reported.</summary>
    public IEnumerable<(string Key, YamlNode Value)> Pairs(YamlMappingNode mapping, ImmutableArray<string> allowed)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, value) in mapping.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (allowed.FirstOrDefault(one => one.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } known) UnknownKey(key, allowed);
            else if (!seen.Add(known)) yaml.Report(key, $"the setting '{name}' is given twice");
            else yield return (known, value);
        }
    }

    public ImmutableArray<string> Texts(YamlNode node)
    {
        if (node is YamlScalarNode { Value.Length: > 0 } single) return [single.Value];
        if (node is YamlSequenceNode list) return [.. list.Children.Select(item => Text(item, "")).Where(text => text.Length > 0)];
        yaml.Report(node, "a text or a list of texts is expected");
        return [];
    }

    /// <summary>Texts of which none stands for the same as another.</summary>
    /// <param name="node">A text or a list.</param>
    /// <param name="read">Reads one; empty for what is reported.</param>
    public ImmutableArray<string> Different(YamlNode node, Func<YamlNode, string> read)
    {
        if (node is not YamlSequenceNode list) return Texts(node).IsEmpty || read(node) is not { Length: > 0 } single ? [] : [single];
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var item in list.Children)
        {
            if (read(item) is not { Length: > 0 } text) continue;
            if (texts.Contains(text)) yaml.Report(item, $"'{text}' is given twice", "take one of them out");
            else texts.Add(text);
        }
        return texts.ToImmutable();
    }

    /// <summary>Texts of which none is given twice.</summary>
    public ImmutableArray<string> Different(YamlNode node) => Different(node, item => Text(item, "").Trim());

    /// <summary>What a <c>using</c> names.</summary>
    public string Import(YamlNode node)
    {
        var text = Text(node, "").Trim();
        if (text.Length == 0 || ImportForm().IsMatch(text)) return text;
        yaml.Report(node, $"'{text}' is neither a namespace nor 'static' and a type", "expected: a name as C# writes it behind 'using', e.g. System.Linq or static System.Math");
        return "";
    }

    /// <summary>A word that a fence and a comment can name.</summary>
    public string Word(YamlNode node, string fallback)
    {
        var text = Text(node, "");
        if (WordForm().IsMatch(text)) return text;
        if (text.Length > 0) yaml.Report(node, $"'{text}' is no word that a fence can name", "expected: one word without blanks, brackets, quotes, commas, colons and equals signs, e.g. era or net8.0");
        return fallback;
    }

    public string? Host(YamlNode node)
    {
        var text = Text(node, "");
        if (text.Length == 0) return null;
        if (SiteHost.Read(text) is { } host) return host;
        yaml.Report(node, $"'{text}' is not the address of a site", SiteHost.Expected);
        return null;
    }

    /// <summary>A folder of a host, without slashes around it.</summary>
    public string HostFolder(YamlNode node)
    {
        var folder = Text(node, "").Trim('/');
        if (folder.Split('/').All(part => part.Length > 0 && part is not ("." or "..") && Uri.EscapeDataString(part) == part)) return folder;
        if (folder.Length > 0) yaml.Report(node, $"'{folder}' is no folder of a host", "e.g. /docs");
        return "";
    }

    public ImmutableArray<string> Folders(YamlNode node, ImmutableArray<string> fallback)
    {
        if (node is YamlSequenceNode { Children: [] }) yaml.Report(node, "a folder is missing", "name one at least, or take the setting out");
        var folders = Different(node, item => InputFolder(item));
        return folders.IsEmpty ? fallback : folders;
    }

    private string InputFolder(YamlNode node)
    {
        var folder = Folder(node, "");
        if (folder != ".") return folder;
        yaml.Report(node, $"the folder of {SettingsPlaces.File} itself holds more than what is published", "name a folder below it, e.g. content");
        return "";
    }

    /// <summary>A folder relative to the settings file, as paths in it begin: <c>docs/new</c> for <c>./docs//new/</c>; the file's own is <c>.</c>.</summary>
    public string Folder(YamlNode node, string fallback)
    {
        var text = Text(node, "");
        if (text.Length == 0) return fallback;
        if (!Path.IsPathRooted(text)) return string.Join('/', text.Split('/', '\\').Where(part => part is not ("" or "."))) is { Length: > 0 } folder ? folder : ".";
        yaml.Report(node, $"'{text}' is an absolute path", "expected: a path relative to this file");
        return fallback;
    }

    /// <summary>A folder of the finished site.</summary>
    public string SiteFolder(YamlNode node, string fallback)
    {
        var folder = Folder(node, "").TrimStart('/');
        if (folder.Length == 0) return fallback;
        if (Parsing.PageKeys.IsInside(folder)) return folder;
        yaml.Report(node, $"'{folder}' is no folder of the site", "e.g. api");
        return fallback;
    }

    /// <summary>The path of a file in the finished site.</summary>
    public string? FilePath(YamlNode node, string extension)
    {
        var path = Text(node, "").Replace('\\', '/').TrimStart('/');
        if (path.Length == 0) return null;
        if (path.EndsWith(extension, StringComparison.Ordinal) && Parsing.PageKeys.IsInside(path)) return path;
        yaml.Report(node, $"'{path}' is no path of a file {extension} in the site", $"e.g. name{extension}");
        return null;
    }

    public string? EditLink(YamlNode node)
    {
        var text = Text(node, "");
        if (text.Length == 0) return null;
        if (text.Contains("{path}", StringComparison.Ordinal) && Uri.TryCreate(text.Replace("{path}", "x", StringComparison.Ordinal), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https") return text;
        yaml.Report(node, $"'{text}' is no address with {{path}} in it", "e.g. https://example.org/edit/main/{path}");
        return null;
    }

    public bool Flag(YamlNode node)
    {
        var text = Text(node, "");
        if (text.Length > 0 && !bool.TryParse(text, out _)) yaml.Report(node, $"'{text}' is neither true nor false");
        return string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);
    }

    public TimeSpan Duration(YamlNode node, TimeSpan fallback)
    {
        var text = Text(node, "");
        if (Quantity.TryDuration(text, out var duration)) return duration;
        if (text.Length > 0) yaml.Report(node, $"'{text}' is not a length of time", "expected: a number above 0 with ms, s or m, e.g. 5s");
        return fallback;
    }

    public long Size(YamlNode node, long fallback)
    {
        var text = Text(node, "");
        if (Quantity.TrySize(text, out var bytes)) return bytes;
        if (text.Length > 0) yaml.Report(node, $"'{text}' is not an amount of memory", "expected: a number above 0 with KiB, MiB or GiB, e.g. 512 MiB");
        return fallback;
    }

    /// <summary>The memory of a process, which needs some for itself.</summary>
    public long ProcessMemory(YamlNode node, long fallback)
    {
        const int Least = 16;
        var bytes = Size(node, fallback);
        if (bytes >= Least << 20) return bytes;
        yaml.Report(node, $"'{node}' is less than a process can run in", $"expected: {Least} MiB or more");
        return fallback;
    }

    public void UnknownKey(YamlNode key, ImmutableArray<string> allowed)
    {
        var name = (key as YamlScalarNode)?.Value ?? "";
        if (Elsewhere.TryGetValue(name, out var why)) yaml.Report(key, $"there is no setting {name}: {why}");
        else yaml.Report(key, $"there is no setting {name}{NearestWord.Question(name, allowed)}", $"allowed are {string.Join(", ", allowed)}");
    }

    [GeneratedRegex(@"^(static\s+)?(global::)?@?[\p{L}_][\w]*(<[\w\s.,<>:?\[\]]+>)?(\.@?[\p{L}_]\w*(<[\w\s.,<>:?\[\]]+>)?)*$")]
    private static partial Regex ImportForm();

    [GeneratedRegex(@"^[^\s:;,""'`(){}\[\]=]+$")]
    private static partial Regex WordForm();

    public void Report(YamlNode node, string message, params ReadOnlySpan<string> notes) => yaml.Report(node, message, notes);
}
