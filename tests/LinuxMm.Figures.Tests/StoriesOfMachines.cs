namespace LinuxMm.Figures.Tests;

/// <summary>Stories told by real machines.</summary>
internal static class StoriesOfMachines
{
    /// <summary>The story of the home page: a driver's memory, found by number, freed, reused and overwritten.</summary>
    public static MemoryStory DmaAfterFree()
    {
        var machine = new Machine(KernelEras.B2);
        var gpu = machine.AddDriver("gpu");
        var camera = machine.AddDevice("camera");
        var app = machine.CreateProcess("app");
        var other = machine.CreateProcess("other");
        var story = new MemoryStory("DMA after free", machine);

        var memory = gpu.AllocPages(2);
        var vma = app.Mmap(2, "buffer", Sharing.Shared, of: gpu);
        gpu.RemapPfnRange(vma, memory);
        story.Step("app: mmap(buffer)", "The driver maps two of its own frames.");
        var frames = machine.CreateFrameVector("frames", 2);
        app.GetVaddrFrames(vma.Start, 2, frames);
        story.Step("driver: get_vaddr_frames()", "The vector gets two numbers; no count changes.");
        camera.StartDma(frames, "IMG");
        story.Step("driver: start capture", "The camera is told the numbers.");
        app.Munmap(vma);
        gpu.FreePages(memory);
        story.Step("app: munmap(buffer)", "The mapping goes away and the driver frees its memory; the vector keeps the numbers.");
        other.Write(other.Mmap(1, "secret").Start, "secret");
        story.Step("other: mmap() and write", "The allocator hands a free frame to another process.");
        camera.CompleteDma();
        return story.Step("camera: the picture arrives", "The bytes land in the other process.");
    }

    /// <summary>The same with pins.</summary>
    public static MemoryStory PinnedPages()
    {
        var machine = new Machine(KernelEras.B2);
        var camera = machine.AddDevice("camera");
        var app = machine.CreateProcess("app");
        var vma = app.Mmap(2, "buffer");
        app.Write(vma.Start, "A");
        var story = new MemoryStory("A pin is a promise", machine).Step("app: mmap(buffer), write");
        var frames = machine.CreateFrameVector("frames", 2);
        app.GetVaddrFrames(vma.Start, 2, frames);
        story.Step("driver: get_vaddr_frames()", "Each pin adds 1024 to the count.");
        camera.StartDma(frames, "IMG");
        story.Step("driver: start capture");
        app.Munmap(vma);
        story.Step("app: munmap(buffer)", "The pins keep both frames.");
        camera.CompleteDma();
        story.Step("camera: the picture arrives", "It lands where it was promised to land.");
        frames.PutVaddrFrames();
        return story.Step("driver: put_vaddr_frames()", "Now they are free.");
    }
}
