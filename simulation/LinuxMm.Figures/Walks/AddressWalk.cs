using System.Runtime.CompilerServices;
using Docsite.Display;

namespace LinuxMm.Figures;

/// <summary>The way from an address to a frame, level by level, as the processor walks it: one step for each address that is looked up.</summary>
/// <remarks>
/// Four levels of 512 entries, as on x86-64. A table is drawn as present while one entry below it is; when the kernel frees
/// tables that became empty is not modelled.
/// </remarks>
/// <param name="title">What the walk shows, in a few words.</param>
/// <param name="machine">The machine.</param>
/// <param name="process">Whose addresses are walked.</param>
/// <param name="line">Filled by the compiler: the line of the call.</param>
public sealed class AddressWalk(string title, Machine machine, MemoryDescriptor process, [CallerLineNumber] int line = 0) : IShowable
{
    private readonly string _title = CleanText.Title(title);
    private readonly List<WalkStep> _steps = [];
    private readonly ToldLines _lines = new(line);

    /// <summary>Walks an address in the machine's present state.</summary>
    /// <param name="address">Any address; it need not be mapped.</param>
    /// <param name="title">Why it is looked up, such as <c>app: read</c>.</param>
    /// <param name="caption">One or two sentences about it; empty when the picture says it all.</param>
    /// <param name="line">Filled by the compiler: the line of the call.</param>
    /// <returns>The walk itself.</returns>
    public AddressWalk Step(VirtualAddress address, string title, string caption = "", [CallerLineNumber] int line = 0)
    {
        _steps.Add(new(CleanText.Title(title), CleanText.Of(caption), WalkFacts.Of(machine.Snapshot(), process.Name, address)));
        _lines.Add(line);
        return this;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The id has other characters than letters, digits and hyphens, or does not begin with a letter.</exception>
    /// <exception cref="InvalidOperationException">The walk has no step yet.</exception>
    public Picture Draw(string id)
    {
        FigureId.Require(id);
        if (_steps.Count == 0) throw new InvalidOperationException($"The walk \"{_title}\" has no step yet: call Step first.");
        return _lines.On(WalkPicture.Draw(id, _title, [.. _steps]));
    }
}
