namespace LinuxMm;

/// <summary>What a kernel function returned: a value, or an error number. Partial success is a value (the count so far).</summary>
/// <typeparam name="T">The type of the value on success.</typeparam>
[LinuxSource("include/linux/err.h", "IS_ERR_VALUE", Tag = "v5.17")]
public readonly record struct KernelResult<T>
{
    private readonly T? _value;

    private KernelResult(T? value, Errno? errno)
    {
        _value = value;
        Errno = errno;
    }

    /// <summary>The error number, or null on success.</summary>
    [LinuxSource("include/linux/err.h", "PTR_ERR", Tag = "v5.17")]
    public Errno? Errno { get; }

    /// <summary>Whether there is a value.</summary>
    [LinuxSource("include/linux/err.h", "IS_ERR", Tag = "v5.17")]
    public bool IsSuccess => Errno is null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The call failed: look at <see cref="Errno"/> first.</exception>
    [ModelOnly("C returns the value and the error in one integer.")]
    public T Value => Errno is null ? _value! : throw new InvalidOperationException($"The call failed with -{Errno}; it has no value.");

    /// <summary>A success with this value.</summary>
    /// <param name="value">The value.</param>
    [ModelOnly("C returns the value and the error in one integer.")]
    public static implicit operator KernelResult<T>(T value) => new(value, null);

    /// <summary>A failure with this error number.</summary>
    /// <param name="errno">The error number, not negated.</param>
    /// <remarks>C# converts a literal 0 to any enumeration; 0 is no error number, so it is a success with the default value, as in C.</remarks>
    [ModelOnly("C returns the value and the error in one integer.")]
    public static implicit operator KernelResult<T>(Errno errno) => new(default, errno == 0 ? null : errno);

    /// <summary>The value as text, or the error as kernel programmers write it: <c>-EFAULT</c>.</summary>
    [ModelOnly("Text for people.")]
    public override string ToString() => Errno is { } errno ? $"-{errno}" : $"{_value}";
}
