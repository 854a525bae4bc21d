namespace LinuxMm.Figures.Tests;

/// <summary>Stories about the two flags of a frame vector.</summary>
internal static class StoriesOfFlags
{
    /// <summary>From numbers to page pointers that nobody holds.</summary>
    public static FlagStory PagesWithoutReference()
    {
        var machine = new Machine(KernelEras.B2);
        var gpu = machine.AddDriver("gpu");
        var app = machine.CreateProcess("app");
        var vma = app.Mmap(2, "buffer", Sharing.Shared, of: gpu);
        gpu.RemapPfnRange(vma, gpu.AllocPages(2));
        var vector = machine.CreateFrameVector("frames", 2);
        var story = new FlagStory("Both flags false", vector).Step("frame_vector_create()", "Nobody has written the flags.");
        app.GetVaddrFrames(vma.Start, 2, vector);
        story.Step("get_vaddr_frames()", "A mapping of RAM without pages: two numbers.");
        vector.ToPages();
        story.Step("frame_vector_to_pages()", "pfn_valid() is true, so they become pages. Nobody took a reference.");
        vector.PutVaddrFrames();
        return story.Step("put_vaddr_frames()");
    }

    /// <summary>Through all states.</summary>
    public static FlagStory AllStates()
    {
        var machine = new Machine(KernelEras.B2);
        var app = machine.CreateProcess("app");
        var vector = machine.CreateFrameVector("frames", 2);
        var story = new FlagStory("Back and forth", vector).Step("create");
        app.GetVaddrFrames(app.Mmap(2, "buffer").Start, 2, vector);
        story.Step("pin");
        for (var i = 0; i < 4; i++)
        {
            vector.ToPfns();
            story.Step("to_pfns");
            vector.ToPages();
            story.Step("to_pages");
        }

        vector.ToPages();
        story.Step("to_pages again");
        vector.PutVaddrFrames();
        return story.Step("put");
    }
}
