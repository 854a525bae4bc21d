namespace Docsite.Xunit;

/// <summary>Something that a block states does not hold.</summary>
public sealed class BlockException : Exception
{
    /// <summary>An exception without findings.</summary>
    public BlockException()
    {
    }

    /// <summary>An exception with the findings as text.</summary>
    public BlockException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a cause.</summary>
    public BlockException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
