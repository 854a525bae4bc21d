using System.Text;

namespace LinuxMm;

/// <summary>A device that moves bytes by itself. It is told frames once and follows no page table afterwards.</summary>
[ModelOnly("Hardware.")]
public sealed partial class Device
{
    private readonly List<Target> _targets = [];
    private string _pattern = "";
    private DmaFence? _fence;

    internal Device(Machine machine, string name, DeviceOptions options)
    {
        Machine = machine;
        Name = name;
        Options = options;
        _addresses = new DeviceAddresses(machine, options);
    }

    /// <summary>What its bus and hardware can do.</summary>
    public DeviceOptions Options { get; }

    /// <summary>What the scenario calls it.</summary>
    public string Name { get; }

    /// <summary>What it is doing.</summary>
    public DeviceState State { get; private set; }

    /// <summary>What the device read in its last transfer to itself, one text a frame.</summary>
    public SnapshotList<string> Received { get; private set; } = [];

    internal Machine Machine { get; }

    /// <summary>Tells the device the frames of a holder. It will write or read them when <see cref="CompleteDma"/> is called.</summary>
    /// <remarks>Requires: the device is not running, and the holder has frames.</remarks>
    /// <param name="frames">A frame vector or an array of pages.</param>
    /// <param name="pattern">The ASCII text that the device writes at the start of each frame.</param>
    /// <param name="direction">Which way the bytes go.</param>
    /// <exception cref="InvalidOperationException">The device is running, or there are no frames.</exception>
    [LinuxSource("kernel/dma/mapping.c", "dma_map_sgtable", Tag = "v5.17", Since = "A")]
    [LinuxSource("kernel/dma/mapping.c", "dma_map_resource", Tag = "v5.17")]
    public void StartDma(FrameHolder frames, string pattern, DmaDirection direction = DmaDirection.FromDevice) =>
        Start(frames, pattern, direction, firstOffset: 0);

    /// <summary>Tells the device where a buffer of videobuf2 is. It will write or read it when <see cref="CompleteDma"/> is called.</summary>
    /// <param name="buffer">A buffer that was not given back.</param>
    /// <param name="pattern">The ASCII text that the device writes at the start of the buffer and of each further frame.</param>
    /// <exception cref="InvalidOperationException">The device is running, or the buffer was given back.</exception>
    [LinuxSource("include/media/videobuf2-v4l2.h", "vb2_ops.buf_queue", Tag = "v5.17")]
    public void StartDma(Vb2Buffer buffer, string pattern)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        if (buffer.IsReleased)
        {
            throw new InvalidOperationException("The buffer was given back: the device may not be told of it any more.");
        }

        Start(buffer.Vector, pattern, buffer.Request.Direction, buffer.FirstOffsetBytes);
    }

    /// <summary>The device does what it was told, now, to the frames it was told, whoever owns them by now.</summary>
    /// <remarks>Ensures: every write into a frame that was freed in between is in <see cref="Machine.Hazards"/>.</remarks>
    /// <exception cref="InvalidOperationException">The device is not running.</exception>
    public void CompleteDma()
    {
        RequireRunning();
        using var call = Machine.Enter(Name);
        var received = new List<string>();
        foreach (var target in _targets)
        {
            var frame = Machine.Memory.FrameAt(target.Shown.Pfn);
            if (target.Shown.Direction == DmaDirection.ToDevice)
            {
                received.Add(frame.Contents.ToString());
                continue;
            }

            frame.Write(target.OffsetBytes, Encoding.ASCII.GetBytes(_pattern));
            Machine.Checker.DeviceWrites(Name, frame.Pfn, target.Then, target.WasReleased);
        }

        Received = [.. received];
        End();
        call.Returned("complete DMA", Name, "done");
    }

    /// <summary>The device forgets what it was told, without having done it.</summary>
    /// <exception cref="InvalidOperationException">The device is not running.</exception>
    public void StopDma()
    {
        RequireRunning();
        using var call = Machine.Enter(Name);
        End();
        call.Returned("stop DMA", Name, "done");
    }

    internal DeviceSnapshot Snapshot() => new() { Name = Name, State = State, Targets = [.. _targets.Select(target => target.Shown)] };

    /// <summary>Tells the device bare frame numbers, as somebody does who looked them up and programs an IOMMU.</summary>
    /// <remarks>A number counts from when it was looked up last, not from here: one that is old already makes a hazard when the device writes.</remarks>
    /// <param name="frames">The frames, at least one.</param>
    /// <param name="pattern">The ASCII text that the device writes at the start of each frame.</param>
    /// <param name="direction">Which way the bytes go.</param>
    /// <exception cref="InvalidOperationException">The device is running, or there are no frames.</exception>
    [LinuxSource("include/linux/iommu.h", "iommu_map", Tag = "v5.17")]
    public void StartDma(IReadOnlyList<Pfn> frames, string pattern, DmaDirection direction = DmaDirection.FromDevice)
    {
        ArgumentNullException.ThrowIfNull(frames);
        ArgumentNullException.ThrowIfNull(pattern);
        RequireIdle();
        if (frames.Count == 0)
        {
            throw new InvalidOperationException("There are no frames to tell the device.");
        }

        if (frames.Where(pfn => !Machine.Memory.Exists(pfn)).Select(pfn => (Pfn?)pfn).FirstOrDefault() is { } unknown)
        {
            throw new ArgumentException($"{unknown} is neither memory nor a device's window on this machine.", nameof(frames));
        }

        using var call = Machine.Enter(Name);
        _targets.Clear();
        _pattern = pattern;
        _targets.AddRange(frames.Select(pfn => new Target(new DmaTargetSnapshot(pfn, direction), Machine.Checker.NamingOf(pfn), 0)));
        Begin();
        call.Returned("start DMA", string.Join(", ", frames), "running");
    }

    private void RequireIdle()
    {
        if (State == DeviceState.Running)
        {
            throw new InvalidOperationException($"{Name} is running: call CompleteDma or StopDma first.");
        }
    }

    private void Begin()
    {
        if (Machine.IsTracing)
        {
            Machine.Record(new TraceEvent.DmaStarted(Name, [.. _targets.Select(target => target.Shown)]));
        }

        State = DeviceState.Running;
    }

    private void Start(FrameHolder frames, string pattern, DmaDirection direction, int firstOffset)
    {
        ArgumentNullException.ThrowIfNull(frames);
        ArgumentNullException.ThrowIfNull(pattern);
        Machine.RequireOwn(frames);
        frames.RequireAlive();
        RequireIdle();
        if (frames.FrameCount == 0)
        {
            throw new InvalidOperationException($"{frames.Name} holds no frames.");
        }

        using var call = Machine.Enter(Name);
        _targets.Clear();
        _pattern = pattern;
        for (var i = 0; i < frames.FrameCount; i++)
        {
            if (frames.Slot(i).Pfn is { } pfn && frames.Slot(i).Kind != SlotKind.Uninitialised)
            {
                _targets.Add(new Target(new DmaTargetSnapshot(pfn, direction), frames.NamingOf(i), i == 0 ? firstOffset : 0) { Holder = frames, Index = i, Promise = frames.Slot(i).Promise });
            }
            else
            {
                Machine.Checker.UsesGarbage(Name);
            }
        }

        Begin();
        call.Returned("start DMA", frames.Name, "running");
    }

    private void End()
    {
        if (Machine.IsTracing)
        {
            Machine.Record(new TraceEvent.DmaEnded(Name));
        }

        State = DeviceState.Done;
        _fence?.Signal();
        _fence = null;
    }

    private void RequireRunning()
    {
        if (State != DeviceState.Running)
        {
            throw new InvalidOperationException($"{Name} is not running: call StartDma first.");
        }
    }

    private readonly record struct Target(DmaTargetSnapshot Shown, HazardChecker.Naming Then, int OffsetBytes)
    {
        public FrameHolder? Holder { get; init; }

        public int Index { get; init; }

        public Promise Promise { get; init; }

        /// <summary>For the checker alone: the device knows nothing of promises.</summary>
        public bool WasReleased => Promise != Promise.None && Holder!.Slot(Index).Promise == Promise.None;
    }
}
