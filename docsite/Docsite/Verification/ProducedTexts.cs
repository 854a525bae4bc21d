using System.Collections.Immutable;

namespace Docsite.Verification;

/// <summary>The texts of one kind that a run produced, in order.</summary>
internal sealed record ProducedTexts(VariantRun Run, ImmutableArray<string> Texts);

/// <summary>A run that is compared with a fence, and the text it produced for it; nothing where it produced none.</summary>
internal sealed record FenceUse(ProducedTexts Texts, string? Text)
{
    public ImmutableArray<string>? Lines { get; } = Text is null ? null : PrintedLines.Of(Text);
}
