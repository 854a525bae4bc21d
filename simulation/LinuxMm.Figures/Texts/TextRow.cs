using System.Collections.Immutable;

namespace LinuxMm.Figures;

/// <summary>Which columns a line of text shares with others.</summary>
internal enum TextColumns
{
    Area,
    Entry,
    Frame,
    Holder,
    Slot,
    Device,
}

/// <summary>A line of text before it is aligned.</summary>
/// <param name="Columns">The lines with which it is aligned.</param>
/// <param name="IsMarked">Whether it differs from the step before.</param>
/// <param name="Subject">What the line is about.</param>
/// <param name="Cells">What it says.</param>
/// <param name="Was">What it said before; empty when nothing is worth saying.</param>
internal sealed record TextRow(TextColumns Columns, bool IsMarked, string Subject, ImmutableArray<string> Cells, string Was);
