using CsCheck;

namespace LinuxMm.Tests.FrameVectors;

/// <summary>The two flags make four states, and a fifth that nobody expects; each operation leads where the kernel leads.</summary>
public sealed class FrameVectorStates
{
    [Theory]
    [InlineData("pages", "", FrameVectorState.PinnedPages)]
    [InlineData("pages", "ToPfns", FrameVectorState.PfnsWithReference)]
    [InlineData("pages", "ToPfns ToPages", FrameVectorState.PinnedPages)]
    [InlineData("pages", "Put", FrameVectorState.Empty)]
    [InlineData("pages", "ToPfns Put", FrameVectorState.Empty)]
    [InlineData("numbers", "", FrameVectorState.BarePfns)]
    [InlineData("numbers", "ToPfns", FrameVectorState.BarePfns)]
    [InlineData("numbers", "ToPages", FrameVectorState.PagesWithoutReference)]
    [InlineData("numbers", "ToPages ToPfns", FrameVectorState.BarePfns)]
    [InlineData("numbers", "ToPages Put", FrameVectorState.Empty)]
    [InlineData("window", "ToPages", FrameVectorState.BarePfns)]
    public void Lead(string filledWith, string operations, FrameVectorState expected)
    {
        var (machine, vector) = Filled(filledWith);
        foreach (var operation in operations.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Do(vector, operation);
        }

        Assert.Equal(expected, vector.State);
        Assert.Equal(machine.Snapshot(), MachineSnapshot.FromTrace(machine.Trace));
    }

    /// <summary>The mail: "got_ref and is_pfns always have opposite values". One flag can say what two say only while nobody converts.</summary>
    [Theory]
    [InlineData("pages", "", true)]
    [InlineData("numbers", "", true)]
    [InlineData("pages", "ToPfns", false)]
    [InlineData("numbers", "ToPages", false)]
    public void OneFlagIsEnough(string filledWith, string operation, bool expected)
    {
        var (_, vector) = Filled(filledWith);
        Do(vector, operation);
        Assert.Equal(expected, OneFlagFrameVector.From(vector) is not null);
        Assert.Equal(expected, vector.GotRef != vector.IsPfns);
    }

    /// <summary>Whatever is converted how often: references are given back once, and only those that were taken.</summary>
    [Fact]
    public void ConversionsNeverTouchACount() =>
        Gen.Select(Gen.Bool, Gen.Bool.Array[0, 6]).Sample((isPinned, operations) =>
        {
            var (machine, vector) = Filled(isPinned ? "pages" : "numbers");
            var page = machine.Memory.PfnToPage(vector.Slot(0).Pfn!.Value);
            var held = page.RefCount;
            foreach (var toPages in operations)
            {
                Do(vector, toPages ? "ToPages" : "ToPfns");
                Assert.Equal(held, page.RefCount);
            }

            vector.PutVaddrFrames();
            Assert.Equal(1, page.RefCount);
        });

    private static void Do(FrameVector vector, string operation)
    {
        switch (operation)
        {
            case "ToPages": vector.ToPages(); break;
            case "ToPfns": vector.ToPfns(); break;
            case "Put": vector.PutVaddrFrames(); break;
        }
    }

    private static (Machine Machine, FrameVector Vector) Filled(string with)
    {
        var machine = new Machine(KernelEras.B2);
        var gpu = machine.AddDriver("gpu");
        var app = machine.CreateProcess("app");
        var vma = with == "pages" ? app.Mmap(2) : app.Mmap(2, "raw", Sharing.Shared, of: gpu);
        if (with != "pages")
        {
            gpu.RemapPfnRange(vma, with == "window" ? gpu.AddDeviceMemory(2) : gpu.AllocPages(2));
        }

        var vector = machine.CreateFrameVector("frames", 2);
        Assert.Equal(2, app.GetVaddrFrames(vma.Start, 2, vector));
        return (machine, vector);
    }
}
