using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Docsite.Execution;
using Docsite.Parsing;
using Docsite.Planning;
using Docsite.Settings;

namespace Docsite.Caching;

/// <summary>Makes the keys of a build's sessions.</summary>
/// <param name="settings">The site.</param>
/// <param name="environment">What the blocks see.</param>
public sealed class SessionKeys(SiteSettings settings, BlockEnvironment environment)
{
    private readonly Lazy<ImmutableArray<KeyPart>> _shared = new(() =>
        [.. EnvironmentIdentity.Of(environment), .. SettingsIdentity.Of(settings), .. ToolIdentity.Parts]);

    /// <summary>The key of a session.</summary>
    public SessionKey Of(SessionPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var variant = plan.Variant is { } one ? $"{one.Name}: {one.Declaration}" : "";
        return new SessionKey([.. plan.Steps.Select(step => Text(step, plan.Variant)), new KeyPart("variant", variant), .. _shared.Value]);
    }

    // The numbers of lines take part: code can ask for them, and stack traces name them.
    private static KeyPart Text(SessionStep step, Variant? variant)
    {
        var text = new StringBuilder();
        foreach (var anchor in StepLocations.Anchors(step))
        {
            text.Append(CultureInfo.InvariantCulture, $"{anchor.Page.Path}({anchor.Start.Line})\n{anchor.Text}\n");
        }
        var fence = step.Location.Page.Slice(step.Location.Page.LineSpan(step.Location.Start.Line));
        // A program's options stand in its first comment, and what it needs for dotnet run above its code.
        if (step is SessionStep.Block { IsProgram: true }) text.Append(step.Location.Page.Text);
        text.Append(fence).AppendJoin('\n', FigureIds.Of(step, variant));
        return new KeyPart($"text of {step.Id}", SessionKey.HashOf(text.ToString()));
    }
}
