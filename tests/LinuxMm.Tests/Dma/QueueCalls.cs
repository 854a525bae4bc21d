namespace LinuxMm.Tests.Dma;

/// <summary>What the calls of a video queue answer, and what is held afterwards. Each case names where it is read.</summary>
public sealed class QueueCalls
{
    private static readonly VirtualAddress Base = new(0x40000000);

    private static readonly IReadOnlyDictionary<string, Func<World, string>> Cases = new Dictionary<string, Func<World, string>>
    {
        ["reqbufs while streaming"] = w => $"{w.Queued().Queue.StreamOn()} {w.Queue.Reqbufs(Vb2Memory.UserPtr, 2)} {w.Queue.Reqbufs(Vb2Memory.UserPtr, 0)}",
        ["reqbufs after streamoff"] = w => $"{w.Streaming().StreamedOff().Queue.Reqbufs(Vb2Memory.UserPtr, 0)} {w.Pins}",
        ["reqbufs of no memory"] = w => $"{w.Queue.Reqbufs(Vb2Memory.Unknown, 0)} {w.Queue.Reqbufs(Vb2Memory.Unknown, 2)}",
        ["reqbufs of many"] = w => $"{w.Queue.Reqbufs(Vb2Memory.UserPtr, 100)}",
        ["streamon without buffers"] = w => $"{w.Queue.Reqbufs(Vb2Memory.UserPtr, 0)} {w.Queue.StreamOn()}",
        ["streamon twice"] = w => $"{w.Queue.StreamOn()} {w.Queue.StreamOn()}",
        ["streamoff keeps what is held"] = w => $"{w.Streaming().StreamedOff().Pins} {w.Queue.StateOf(0)} {w.Queue.Qbuf(0, w.App, Base, 4096)} {w.Pins}",
        ["dqbuf without streaming"] = w => $"{w.Queued().Queue.Dqbuf()}",
        ["dqbuf of nothing"] = w => $"{w.Streaming().Queue.Dqbuf()}",
        ["dqbuf after streamoff"] = w => $"{w.Done().StreamedOff().Queue.Dqbuf()}",
        ["dqbuf in the order of the device"] = w => $"{w.Queued(1).Queued(0).Done(2).Queue.Dqbuf()} {w.Queue.Dqbuf()} {w.Queue.Dqbuf()}",
        ["qbuf of a queued one"] = w => $"{w.Queued().Queue.Qbuf(0, w.App, Base, 4096)}",
        ["qbuf of a finished one"] = w => $"{w.Done().Queue.Qbuf(0, w.App, Base, 4096)}",
        ["qbuf of none"] = w => $"{w.Queue.Qbuf(2, w.App, Base, 4096)} {w.Queue.Qbuf(-1, w.App, Base, 4096)}",
        ["qbuf of other memory"] = w => $"{w.Queue.Qbuf(0)} {w.Queue.Qbuf(0, null, 0)}",
        ["qbuf too short"] = w => $"{w.Queue.Qbuf(0, w.App, Base, 4095)}",
        ["qbuf again, longer"] = w => $"{w.Fetched().Queue.Qbuf(0, w.App, Base, 8192)} {w.Pins}",
        ["qbuf again, too short"] = w => $"{w.Fetched().Pins} {w.Queue.Qbuf(0, w.App, Base, 4095)} {w.Pins} {w.Queue.HeldFor(0) is null}",
        ["qbuf again, unmapped"] = w => $"{w.Fetched().Queue.Qbuf(0, w.App, Base.Page(8), 4096)} {w.Pins}",
        ["import again, too short"] = w => $"{w.Imported().Queue.Qbuf(0, w.Buffer, 4095)} {w.Exported}",
        ["import again, no descriptor"] = w => $"{w.Imported().Queue.Qbuf(0, null, 0)} {w.Exported}",
        ["import again, another"] = w => $"{w.Imported().Queue.Qbuf(0, w.Other, 0)} {w.Exported}",
    };

    [Theory]
    [InlineData("reqbufs while streaming", "0 -EBUSY -EBUSY")] // videobuf2-core.c, vb2_core_reqbufs(streaming), v6.12.117
    [InlineData("reqbufs after streamoff", "0 0")] // videobuf2-core.c, vb2_core_reqbufs, v6.12.117
    [InlineData("reqbufs of no memory", "-EINVAL -EINVAL")] // videobuf2-core.c, vb2_verify_memory_type, v6.12.117
    [InlineData("reqbufs of many", "32")] // videobuf2-core.c, vb2_core_reqbufs(max_num_buffers), v6.12.117
    [InlineData("streamon without buffers", "0 -EINVAL")] // videobuf2-core.c, vb2_core_streamon, v6.12.117
    [InlineData("streamon twice", "0 0")] // videobuf2-core.c, vb2_core_streamon(streaming), v6.12.117
    [InlineData("streamoff keeps what is held", "1 Dequeued 0 1")] // videobuf2-core.c, __vb2_queue_cancel, v6.12.117
    [InlineData("dqbuf without streaming", "-EINVAL")] // videobuf2-core.c, __vb2_wait_for_done_vb(!streaming), v6.12.117
    [InlineData("dqbuf of nothing", "-EAGAIN")] // videobuf2-core.c, __vb2_wait_for_done_vb(nonblocking), v6.12.117
    [InlineData("dqbuf after streamoff", "-EINVAL")] // videobuf2-core.c, __vb2_queue_cancel(done_list), v6.12.117
    [InlineData("dqbuf in the order of the device", "1 0 -EAGAIN")] // videobuf2-core.c, vb2_buffer_done(list_add_tail), v6.12.117
    [InlineData("qbuf of a queued one", "-EINVAL")] // videobuf2-core.c, vb2_core_qbuf(state), v6.12.117
    [InlineData("qbuf of a finished one", "-EINVAL")] // videobuf2-core.c, vb2_core_qbuf(state), v6.12.117
    [InlineData("qbuf of none", "-EINVAL -EINVAL")] // videobuf2-v4l2.c, vb2_qbuf(vb2_get_buffer), v6.12.117
    [InlineData("qbuf of other memory", "-EINVAL -EINVAL")] // videobuf2-v4l2.c, vb2_queue_or_prepare_buf(memory), v6.12.117
    [InlineData("qbuf too short", "-EINVAL")] // videobuf2-core.c, __prepare_userptr(min_length), v6.12.117
    [InlineData("qbuf again, longer", "0 2")] // videobuf2-core.c, __prepare_userptr(put_userptr), v6.12.117
    [InlineData("qbuf again, too short", "1 -EINVAL 0 True")] // videobuf2-core.c, __prepare_userptr(err), v6.12.117
    [InlineData("qbuf again, unmapped", "-EFAULT 0")] // videobuf2-core.c, __prepare_userptr(err), v6.12.117
    [InlineData("import again, too short", "-EINVAL free")] // videobuf2-core.c, __prepare_dmabuf(err_put_planes), v6.12.117
    [InlineData("import again, no descriptor", "-EINVAL free")] // videobuf2-core.c, __prepare_dmabuf(err_put_planes), v6.12.117
    [InlineData("import again, another", "0 free")] // videobuf2-core.c, __prepare_dmabuf(reacquired), v6.12.117
    public void Answer(string name, string expected)
    {
        var world = new World();
        Assert.Equal(expected, Cases[name](world));
        Assert.Equal(world.Machine.Snapshot(), MachineSnapshot.FromTrace(world.Machine.Trace));
    }

    private sealed class World
    {
        public World()
        {
            Machine = new Machine(KernelEras.C3);
            App = Machine.CreateProcess("app");
            App.Touch(App.Mmap(new MmapRequest(4) { At = Base }));
            Queue = Machine.CreateQueue(Machine.AddDevice("camera"), new Vb2QueueOptions(Vb2Memops.Vmalloc, 4096));
            Assert.Equal(2, Queue.Reqbufs(Vb2Memory.UserPtr, 2));
            var gpu = Machine.AddDriver("gpu");
            (Buffer, Other) = (gpu.ExportDmaBuf("buffer", gpu.AllocPages(1)), gpu.ExportDmaBuf("other", gpu.AllocPages(1)));
        }

        public Machine Machine { get; }

        public MemoryDescriptor App { get; }

        public Vb2Queue Queue { get; }

        public DmaBuf Buffer { get; }

        public DmaBuf Other { get; }

        public int Pins => Enumerable.Range(0, 4).Sum(i => App.PageAt(Base.Page(i))!.PinCount);

        /// <summary>Whether only its exporter has the buffer.</summary>
        public string Exported
        {
            get
            {
                Buffer.Put();
                return Buffer.IsDestroyed ? "free" : "imported";
            }
        }

        public World Queued(int index = 0)
        {
            Assert.Equal(0, Queue.Qbuf(index, App, Base.Page(index), 4096));
            return this;
        }

        public World Streaming()
        {
            Queued();
            Assert.Equal(0, Queue.StreamOn());
            return this;
        }

        public World Done() => Streaming().Done(1);

        public World Done(int count)
        {
            Assert.Equal(0, Queue.StreamOn());
            for (var i = 0; i < count; i++)
            {
                Queue.Complete("IMG");
            }

            return this;
        }

        public World Fetched()
        {
            Assert.Equal(0, Done().Queue.Dqbuf());
            return this;
        }

        public World Imported()
        {
            Assert.Equal(2, Queue.Reqbufs(Vb2Memory.DmaBuf, 2));
            Assert.Equal(0, Queue.Qbuf(0, Buffer));
            return StreamedOff();
        }

        public World StreamedOff()
        {
            Queue.StreamOff();
            return this;
        }
    }
}
