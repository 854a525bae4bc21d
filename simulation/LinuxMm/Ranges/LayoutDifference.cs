namespace LinuxMm;

/// <summary>A layout for which two ways of filling a frame vector give different results.</summary>
/// <param name="Layout">One letter of <see cref="PageKinds"/> a page.</param>
/// <param name="PinFirst">What pinning first gives.</param>
/// <param name="FollowFirst">What following first gives.</param>
[ModelOnly("A kernel has one way.")]
public sealed record LayoutDifference(string Layout, string PinFirst, string FollowFirst)
{
    /// <summary>The kinds of the pages in words.</summary>
    public string Pages => string.Join(", ", Layout.Select(letter => PageKinds.All.First(kind => kind.Letter == letter).Name));

    /// <summary>Layout and results.</summary>
    public override string ToString() => $"{Layout}: pin first {PinFirst}, follow first {FollowFirst}";
}
