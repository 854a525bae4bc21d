namespace LinuxMm;

/// <summary>What one page of a range may be.</summary>
[ModelOnly("A kernel is asked about ranges that exist.")]
public sealed class PageKind
{
    private readonly Action<MemoryDescriptor, Driver, VirtualAddress> _map;

    internal PageKind(char letter, string name, Action<MemoryDescriptor, Driver, VirtualAddress> map)
    {
        Letter = letter;
        Name = name;
        _map = map;
    }

    /// <summary>The letter that stands for it in a layout.</summary>
    public char Letter { get; }

    /// <summary>What it is.</summary>
    public string Name { get; }

    /// <summary>Letter and name.</summary>
    public override string ToString() => $"{Letter} {Name}";

    internal void Map(MemoryDescriptor app, Driver driver, VirtualAddress address) => _map(app, driver, address);
}
