namespace LinuxMm;

/// <summary>How long a buffer may be that is registered with io_uring.</summary>
[LinuxSource("io_uring/rsrc.c", "io_validate_user_buf_range", Tag = "v7.2", Since = "v6.15")]
public enum BufferLengthRule
{
    /// <summary>1 GiB; EFAULT beyond.</summary>
    [LinuxSource("io_uring/rsrc.c", "io_buffer_validate", Tag = "v6.1")]
    [Mainline("4.3", Until = "7.1")]
    OneGibibyte,

    /// <summary>1 TiB; EINVAL beyond.</summary>
    [LinuxSource("io_uring/rsrc.c", "io_validate_user_buf_range", Tag = "v7.2", Since = "v6.15")]
    [Mainline("7.2")]
    OneTebibyte,
}
