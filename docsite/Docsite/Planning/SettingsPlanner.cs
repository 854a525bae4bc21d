using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Docsite.Execution.Guarding;
using Docsite.Pages;
using Docsite.Parsing;
using Docsite.Settings;
using Markdig.Parsers;
using Markdig.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Planning;

/// <summary>Plans what the settings themselves state, as sessions: that what they import exists, and that each variant can be declared.</summary>
internal static partial class SettingsPlanner
{
    /// <summary>The session with a step for each import.</summary>
    public const string Imports = "imports";

    /// <summary>The session with a step for each name of the framework that blocks may use.</summary>
    public const string Allowed = "allowed";

    /// <summary>One session for all imports, one for all that is allowed, and one for each variant.</summary>
    public static ImmutableArray<SessionPlan> Plan(SiteSettings settings) =>
    [
        .. Sessions(Imports, settings.Usings.Select(one => $"using {one};")),
        .. Sessions(Allowed, settings.Allow.Select(CodeOf)),
        .. settings.Variants.Select(variant => Session("", variant, [""])),
    ];

    private static IEnumerable<SessionPlan> Sessions(string name, IEnumerable<string> codes) => codes.Any() ? [Session(name, null, codes)] : [];

    // Two of these words name kinds of code. The others are names as metadata has them, in which accessors and constructors are members.
    private static string CodeOf(string allowed) => allowed is BlockGuard.NativeMethods or BlockGuard.Finalizers ? "" : $"nameof({Member().Replace(allowed, "$1")})";

    /// <summary>Whether a session is one of these, which no page has.</summary>
    public static bool IsOfSettings(SessionPlan plan) => plan.Page.Path == SettingsPlaces.File;

    private static SessionPlan Session(string name, Variant? variant, IEnumerable<string> codes)
    {
        ImmutableArray<string> lines = [.. codes];
        var page = new PageText(SettingsPlaces.File, string.Join('\n', lines));
        return new SessionPlan(page, name, variant, [.. lines.Select((_, line) => Step(page, line))]);
    }

    private static SessionStep.Block Step(PageText page, int line)
    {
        var span = page.LineSpan(line);
        return new SessionStep.Block(
            $"{page.Path}#{line + 1}", new PageLocation(page, new TextSpan(span.Start, 0)), new BlockOptions { Kind = new BlockKind.CompileOnly() },
            new CodeRegion(page, [span]), new FencedCodeBlock(new FencedCodeBlockParser()))
        {
            EndOffset = span.End,
            LinePrefix = "",
        };
    }

    [GeneratedRegex(@"(\.)(?:add_|remove_|get_|set_)(?=\w+$)|\.\.c?ctor$|`\d+")]
    private static partial Regex Member();
}
