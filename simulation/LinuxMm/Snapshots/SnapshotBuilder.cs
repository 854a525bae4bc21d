namespace LinuxMm;

/// <summary>The state that a trace has reached so far. It knows the events only, never a machine.</summary>
internal sealed class SnapshotBuilder
{
    private readonly SortedDictionary<Pfn, FrameSnapshot> _frames = [];
    private readonly Dictionary<Pfn, FrameContents> _contents = [];
    private readonly OrderedDictionary<string, ProcessState> _processes = [];
    private readonly OrderedDictionary<string, SortedSet<Pfn>> _drivers = [];

    public string Era { get; set; } = "";

    public OrderedDictionary<string, HolderSnapshot> Holders { get; } = [];

    public OrderedDictionary<string, DeviceSnapshot> Devices { get; } = [];

    public OrderedDictionary<string, SortedDictionary<(string Process, VirtualAddress Address), TranslationSnapshot>> Cpus { get; } = [];

    public List<Hazard> Hazards { get; } = [];

    public List<string> Warnings { get; } = [];

    /// <summary>The state of a frame vector follows from its flags and its count.</summary>
    public static HolderSnapshot Named(HolderSnapshot holder) =>
        holder is FrameVectorSnapshot vector ? vector with { State = FrameVector.StateOf(vector.FrameCount, vector.GotRef, vector.IsPfns) } : holder;

    public void AddProcess(string name) => _processes.Add(name, new ProcessState());

    public ProcessState Process(string name) => _processes[name];

    public void AddDriver(string name) => _drivers.Add(name, []);

    public void SetDriverFrame(string driver, Pfn pfn, bool has)
    {
        var frames = _drivers[driver];
        var changed = has ? frames.Add(pfn) : frames.Remove(pfn);
        Require(changed, $"{driver} and {pfn}");
    }

    public void AddFrame(TraceEvent.FrameAppeared step)
    {
        _frames.Add(step.Pfn, new FrameSnapshot { Pfn = step.Pfn, HasStructPage = step.HasStructPage, Zone = step.Zone, Head = step.Pfn });
        _contents.Add(step.Pfn, new FrameContents());
    }

    public void Change(Pfn pfn, Func<FrameSnapshot, FrameSnapshot> change) => _frames[pfn] = change(_frames[pfn]);

    public void ChangeRefCount(Pfn pfn, int from, int to)
    {
        var frame = _frames[pfn];
        Require(frame.RefCount == from, $"{pfn} has refcount {frame.RefCount}, not {from}");
        var isSmall = (frame.Flags & PageFlags.Head) == 0;
        _frames[pfn] = frame with { RefCount = to, PinCount = isSmall ? to / Page.PinBias : frame.PinCount };
    }

    public void WriteBytes(Pfn pfn, int offset, SnapshotList<byte> bytes)
    {
        _contents[pfn].Write(offset, bytes.ToArray());
        Change(pfn, f => f with { Contents = _contents[pfn].ToString() });
    }

    public void ClearBytes(Pfn pfn)
    {
        _contents[pfn].Clear();
        Change(pfn, f => f with { Contents = "" });
    }

    public MachineSnapshot Build() => new()
    {
        Era = Era,
        Frames = [.. _frames.Values],
        Processes = [.. _processes.Select(pair => pair.Value.Build(pair.Key))],
        Holders = [.. Holders.Values],
        Devices = [.. Devices.Values],
        Drivers = [.. _drivers.Select(pair => new DriverSnapshot { Name = pair.Key, Frames = [.. pair.Value] })],
        Cpus = [.. Cpus.Select(pair => new CpuSnapshot { Name = pair.Key, Translations = [.. pair.Value.Values] })],
        Hazards = [.. Hazards],
        Warnings = [.. Warnings],
    };

    private static void Require(bool condition, string what)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"The trace contradicts itself: {what}.");
        }
    }

    internal sealed class ProcessState
    {
        public bool HasPinned { get; set; }

        public bool HasExited { get; set; }

        public int AccountedPages { get; set; }

        public SortedDictionary<VirtualAddress, VmAreaSnapshot> Vmas { get; } = [];

        public SortedDictionary<VirtualAddress, PteSnapshot> Entries { get; } = [];

        public ProcessSnapshot Build(string name) => new()
        {
            Name = name,
            HasPinned = HasPinned,
            HasExited = HasExited,
            AccountedPages = AccountedPages,
            VmAreas = [.. Vmas.Values.Select(vma => vma with { Ptes = [.. Entries.Values.Where(pte => vma.Range.Contains(pte.Address))] })],
        };
    }
}
