using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Docsite.Execution.Instrumentation;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Execution.Compiling;

/// <summary>The way from an offset in a method's body back to the page's code.</summary>
internal sealed class SequencePoints(ImmutableArray<byte> symbols, InstrumentedBlock block, int firstLine)
{
    private readonly SourceText _text = SourceText.From(block.Map.Text);

    /// <summary>The span in the page's code of the statement that a frame was in; nothing for code that is not the page's.</summary>
    internal TextSpan? Find(int methodToken, int ilOffset)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbImage(symbols);
        var reader = provider.GetMetadataReader();
        var row = MetadataTokens.GetRowNumber(MetadataTokens.EntityHandle(methodToken));
        if (row > reader.MethodDebugInformation.Count) return null;
        SequencePoint? found = null;
        foreach (var point in reader.GetMethodDebugInformation(MetadataTokens.MethodDebugInformationHandle(row)).GetSequencePoints())
        {
            if (point.Offset > ilOffset) break;
            if (!point.IsHidden) found = point;
        }
        return found is { } one ? Locate(one) : null;
    }

    private TextSpan? Locate(SequencePoint point)
    {
        var start = Offset(point.StartLine, point.StartColumn);
        var end = Offset(point.EndLine, point.EndColumn);
        if (start is null || end is null) return null;
        var span = block.Map.ToCode(TextSpan.FromBounds(start.Value, end.Value));
        return block.Declarations.Cast<TextSpan?>().FirstOrDefault(one => one!.Value.Contains(span.Start) && IsVariable(one.Value, span)) ?? span;
    }

    // A declaration's sequence point is its variable with its value; a lambda inside the value has its own.
    private static bool IsVariable(TextSpan declaration, TextSpan span) => span.End >= declaration.End - 1;

    // The #line before the code stands on line 0 of the text and gives the line behind it the page's number.
    private int? Offset(int line, int column)
    {
        var index = line - firstLine + 1;
        return index > 0 && index < _text.Lines.Count ? _text.Lines[index].Start + column - 1 : null;
    }
}
