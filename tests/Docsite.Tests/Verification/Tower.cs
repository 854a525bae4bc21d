using Docsite.Display;

namespace Docsite.Tests.Verification.Toys;

/// <summary>A value of these tests' own domain: bricks on one another, shown as they are laid.</summary>
public sealed record Tower(params string[] Bricks) : IShowable
{
    public int Height => Bricks.Length;

    public Tower Lay(string brick) => new([.. Bricks, brick]);

    public string this[int floor] => Bricks[floor];

    public Picture Draw(string id) => new($"Tower of {Height}", [.. Bricks.Select((brick, i) =>
        new PictureStep($"lay {brick}", "", string.Join('\n', Bricks[..(i + 1)].Reverse().Select(one => $"[{one}]")), $"<svg id=\"{id}-{i}\"/>", "<p/>"))]);
}
