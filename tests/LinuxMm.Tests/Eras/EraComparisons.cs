using System.Reflection;
using TestSupport;

namespace LinuxMm.Tests.Eras;

public sealed class EraComparisons
{
    [Fact]
    public void WhatChangedIsAsApproved()
    {
        var pairs = KernelEras.All.Zip(KernelEras.All.Skip(1)).Where(pair => pair.Second.Origin == EraOrigin.Mainline)
            .Concat(KernelEras.All.Where(era => era.Origin != EraOrigin.Mainline).Select(era => (KernelEras.B1, era)));
        var text = pairs.Select(pair => $"{pair.Item1} -> {pair.Item2}\n{string.Join('\n', KernelEras.Compare(pair.Item1, pair.Item2).Select(difference => $"  {difference}"))}");
        Golden.Verify(string.Join('\n', text), "EraComparisons");
    }

    [Fact]
    public void AnEraEqualsItself() => Assert.All(KernelEras.All, era => Assert.Empty(KernelEras.Compare(era, era)));

    /// <summary>A choice that Compare forgets would make two eras differ without saying so.</summary>
    [Fact]
    public void EveryChoiceIsCompared()
    {
        var choices = typeof(UserPagesRules).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name).Append("FrameVectors").Append("FollowPfn");
        var compared = KernelEras.All.SelectMany(older => KernelEras.All.SelectMany(newer => KernelEras.Compare(older, newer))).Select(difference => difference.Choice).Distinct();
        Assert.Equal(choices.Order(), compared.Order());
    }
}
