namespace LinuxMm.Tests.UserPages;

/// <summary>Fixed buffers of io_uring. Each case names where it is read: file, function, kernel.</summary>
public sealed class RegisteredBuffers
{
    private static readonly VirtualAddress Base = new(0x40000000);

    private static readonly IReadOnlyDictionary<string, Func<Machine, string>> Cases = new Dictionary<string, Func<Machine, string>>
    {
        ["anonymous"] = m => Register(Mapped(m, null), Base, 8192),
        ["one byte over"] = m => Register(Mapped(m, null), Base, 8193),
        ["in the middle of a page"] = m => Register(Mapped(m, null), Base + 4095, 2),
        ["private /dev/zero"] = m => Register(Mapped(m, m.OpenDevZero()), Base, 8192),
        ["shared /dev/zero"] = m => Register(Mapped(m, m.OpenDevZero(), Sharing.Shared), Base, 8192),
        ["two memory files"] = m => Register(TwoFiles(m), Base, 8192),
        ["shared file"] = m => Register(Mapped(m, m.CreateFile("film", MappedKind.File, 2), Sharing.Shared), Base, 8192),
        ["private file"] = m => Register(Mapped(m, m.CreateFile("film", MappedKind.File, 2)), Base, 8192),
        ["read-only"] = m => Register(Mapped(m, null, protection: Protection.Read), Base, 8192),
        ["nothing"] = m => Register(Mapped(m, null), new VirtualAddress(0), 0),
        ["no address"] = m => Register(Mapped(m, null), new VirtualAddress(0), 1),
        ["no length"] = m => Register(Mapped(m, null), Base, 0),
        ["more than 1 GiB"] = m => Register(Mapped(m, null), Base, (1L << 30) + 1),
        ["more than 1 TiB"] = m => Register(Mapped(m, null), Base, (1L << 40) + 1),
        ["nearly 1 TiB"] = m => Register(Mapped(m, null), Base, (1L << 40) - 1),
        ["wraps"] = m => Register(Mapped(m, null), new VirtualAddress(ulong.MaxValue).PageStart, 8192),
    };

    [Theory]
    [InlineData("anonymous", "6.1.192", "2")] // io_uring/rsrc.c, io_pin_pages, v6.1.192
    [InlineData("one byte over", "6.1.192", "-EFAULT")] // io_uring/rsrc.c, io_pin_pages(pret < nr_pages), v6.1.192
    [InlineData("in the middle of a page", "6.12", "2")] // io_uring/memmap.c, io_pin_pages, v6.12.117
    [InlineData("private /dev/zero", "5.10.262", "-EOPNOTSUPP")] // io_uring/io_uring.c, io_sqe_buffer_register(vma_is_shmem), v5.10.262
    [InlineData("private /dev/zero", "6.12", "2")] // io_uring/memmap.c, io_pin_pages, v6.12.117
    [InlineData("shared /dev/zero", "6.1.192", "2")] // drivers/char/mem.c, mmap_zero(shmem_zero_setup), v5.17
    [InlineData("two memory files", "6.1.192", "-EINVAL")] // io_uring/rsrc.c, io_pin_pages(vm_file != file), v6.1.192
    [InlineData("two memory files", "6.12", "2")] // io_uring/memmap.c, io_pin_pages, v6.12.117
    [InlineData("two memory files", "5.4", "-EOPNOTSUPP")] // fs/io_uring.c, io_sqe_buffer_register(is_file_hugepages), v5.4.291
    [InlineData("shared /dev/zero", "5.4", "-EOPNOTSUPP")] // fs/io_uring.c, io_sqe_buffer_register(is_file_hugepages), v5.4.291
    [InlineData("shared /dev/zero", "5.10.262", "2")] // io_uring/io_uring.c, io_sqe_buffer_register(vma_is_shmem), v5.10.262
    [InlineData("shared file", "6.1.192", "-EOPNOTSUPP")] // io_uring/rsrc.c, io_pin_pages(is_file_hugepages), v6.1.192
    [InlineData("shared file", "6.12", "-EFAULT")] // mm/gup.c, writable_file_mapping_allowed, v6.12.117
    [InlineData("private file", "6.1.192", "-EOPNOTSUPP")] // io_uring/rsrc.c, io_pin_pages(is_file_hugepages), v6.1.192
    [InlineData("private file", "6.12", "2")] // mm/gup.c, check_vma_flags, v6.12.117
    [InlineData("read-only", "6.1.192", "-EFAULT")] // mm/gup.c, check_vma_flags, v6.1.192
    [InlineData("nothing", "6.1.192", "0")] // io_uring/rsrc.c, io_sqe_buffer_register(dummy_ubuf), v6.1.192
    [InlineData("nothing", "5.4", "-EFAULT")] // fs/io_uring.c, io_sqe_buffer_register(!iov.iov_base), v5.4.291
    [InlineData("nearly 1 TiB", "7.2", "-ENOMEM")] // io_uring/memmap.c, io_pin_pages(kvmalloc_objs), v7.2.6
    [InlineData("no address", "6.1.192", "-EFAULT")] // io_uring/rsrc.c, io_buffer_validate, v6.1.192
    [InlineData("no length", "6.1.192", "-EFAULT")] // io_uring/rsrc.c, io_buffer_validate, v6.1.192
    [InlineData("more than 1 GiB", "6.1.192", "-EFAULT")] // io_uring/rsrc.c, io_buffer_validate(SZ_1G), v6.1.192
    [InlineData("more than 1 GiB", "7.0", "-EFAULT")] // io_uring/rsrc.c, io_validate_user_buf_range(SZ_1G), v7.0.14
    [InlineData("more than 1 TiB", "7.3", "-EINVAL")] // io_uring/rsrc.c, io_validate_user_buf_range(SZ_1T), v7.3.4
    [InlineData("no length", "7.3", "-EFAULT")] // io_uring/rsrc.c, io_validate_user_buf_range(!ulen), v7.3.4
    [InlineData("wraps", "6.1.192", "-EOVERFLOW")] // io_uring/rsrc.c, io_buffer_validate(check_add_overflow), v6.1.192
    public void ArePinnedWholeOrNotAtAll(string name, string release, string expected)
    {
        var machine = new Machine(KernelReleases.Find(release));
        Assert.Equal(expected, Cases[name](machine));
        Assert.All(machine.Snapshot().Frames, frame => Assert.Equal(0, frame.PinCount));
        Assert.Empty(machine.Snapshot().Holders);
        Assert.Equal(machine.Snapshot(), MachineSnapshot.FromTrace(machine.Trace));
    }

    private static string Register(MemoryDescriptor app, VirtualAddress start, long bytes)
    {
        var ring = new IoUring(app);
        var result = ring.RegisterBuffer(start, bytes);
        Assert.Equal(result.IsSuccess && result.Value > 0 ? 1 : 0, ring.Buffers.Count);
        ring.UnregisterBuffers();
        return $"{result}";
    }

    private static MemoryDescriptor Mapped(Machine machine, MappedObject? of, Sharing sharing = Sharing.Private, Protection protection = Protection.ReadWrite)
    {
        var app = machine.CreateProcess("app");
        app.Mmap(new MmapRequest(2) { At = Base, Of = of, Sharing = sharing, Protection = protection });
        return app;
    }

    private static MemoryDescriptor TwoFiles(Machine machine)
    {
        var app = machine.CreateProcess("app");
        foreach (var (at, name) in new[] { (Base, "one"), (Base.Page(1), "two") })
        {
            app.Mmap(new MmapRequest(1) { At = at, Of = machine.CreateFile(name, MappedKind.Shmem, 1), Sharing = Sharing.Shared });
        }

        return app;
    }
}
