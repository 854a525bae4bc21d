namespace LinuxMm;

/// <summary>One kind of user range.</summary>
[ModelOnly("A kernel is asked about ranges that exist.")]
public sealed class RangeKind
{
    private readonly bool _isScattered;
    private readonly Func<UserRange, UserRange> _layOut;
    private readonly bool _isSecret;

    internal RangeKind(string name, bool isScattered, Func<UserRange, UserRange> layOut)
    {
        Name = name;
        _isSecret = name == "memfd_secret";
        _isScattered = isScattered;
        _layOut = layOut;
    }

    /// <summary>What the range consists of.</summary>
    public string Name { get; private set; }

    /// <summary>The same kind under the name that a page has for it.</summary>
    /// <param name="name">What the page calls it.</param>
    public RangeKind Called(string name)
    {
        var kind = (RangeKind)MemberwiseClone();
        kind.Name = name;
        return kind;
    }

    /// <summary>Whether the range can exist in an era: memfd_secret came with 5.14.</summary>
    /// <param name="era">By whose rules.</param>
    public bool ExistsIn(KernelEra era) => !_isSecret || era.UserPages.SecretMemory != SecretMemoryRule.DoesNotExist;

    /// <summary>Makes a machine on which a process has such a range. The frames follow one another, whatever the kind.</summary>
    /// <param name="era">By whose rules.</param>
    /// <exception cref="InvalidOperationException">The era knows no such memory.</exception>
    public UserRange LayOut(KernelEra era) => _layOut(new UserRange(new Machine(era), isScattered: false));

    /// <summary>The same on a machine that has been running for a while: pages that are allocated one by one do not follow one another.</summary>
    /// <param name="era">By whose rules.</param>
    /// <exception cref="InvalidOperationException">The era knows no such memory.</exception>
    public UserRange LayOutScattered(KernelEra era) => _layOut(new UserRange(new Machine(era), _isScattered));

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
