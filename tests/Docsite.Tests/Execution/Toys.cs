using Docsite.Display;

namespace Docsite.Tests.Execution.Toys;

public enum Errno
{
    EFAULT = 14,
    EINVAL = 22,
}

[Flags]
public enum Access
{
    None = 0,
    Read = 1,
    Write = 2,
}

/// <summary>Something that a session could leave behind for the next one.</summary>
public static class Counter
{
    public static int Count { get; set; }
}

/// <summary>A positional record struct.</summary>
public readonly record struct Coin(ulong Number);

/// <summary>A positional record with a record and a list inside.</summary>
public sealed record Purse(Coin First, string Owner);

/// <summary>A value or an error, each converting to it.</summary>
public readonly record struct Outcome<T>
{
    private readonly T _value;

    private Outcome(T value, Errno? error)
    {
        _value = value;
        Error = error;
    }

    public T Value => Error is null ? _value : throw new InvalidOperationException("There is no value.");

    public Errno? Error { get; }

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Errno error) => new(default!, error);
}

/// <summary>A value that a page shows.</summary>
public sealed record Sketch(string Title) : IShowable
{
    public Picture Draw(string id) => new(Title, [new PictureStep("one", "", "box", $"<svg id=\"{id}\"/>", "<p/>")]);
}
