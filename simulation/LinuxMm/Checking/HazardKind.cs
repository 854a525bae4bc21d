namespace LinuxMm;

/// <summary>Classes of bugs that the checker finds.</summary>
[ModelOnly("The kernel has no checker for these.")]
public enum HazardKind
{
    /// <summary>A device wrote into a frame that had been freed since the device was told of it.</summary>
    DmaIntoFreedFrame,

    /// <summary>A device wrote into a frame that was never freed and has passed to another owner, as after fork and copy on write.</summary>
    DmaIntoForeignFrame,

    /// <summary>A device wrote into a page that was cut off its file: nobody is harmed, and what it wrote is lost.</summary>
    DmaIntoTruncatedPage,

    /// <summary>A device wrote after the pin that was taken for it had been released: the frame is there by luck.</summary>
    DmaAfterRelease,

    /// <summary>A device wrote into a frame that was found through a mapping without write permission.</summary>
    DmaThroughReadOnlyMapping,

    /// <summary>A slot was counted and never written, and somebody used it as a page.</summary>
    GarbageSlot,

    /// <summary>A page was marked dirty by somebody for whom it was not his any more.</summary>
    DirtiedForeignPage,

    /// <summary>A processor wrote, by a translation that it remembered, into a frame that had been freed since.</summary>
    WriteByStaleTranslation,

    /// <summary>The kernel found a contradiction and stopped itself.</summary>
    KernelBug,
}
