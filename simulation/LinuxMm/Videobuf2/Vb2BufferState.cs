namespace LinuxMm;

/// <summary>Who has a buffer of a queue.</summary>
[LinuxSource("include/media/videobuf2-core.h", "enum vb2_buffer_state", Tag = "v5.17")]
public enum Vb2BufferState
{
    /// <summary>The application; what was taken for it last time is still held.</summary>
    Dequeued,

    /// <summary>The driver, which will write to it or read it.</summary>
    Queued,

    /// <summary>The driver has finished; the application has not fetched it yet.</summary>
    Done,
}
