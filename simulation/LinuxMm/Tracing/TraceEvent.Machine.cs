namespace LinuxMm;

public abstract partial record TraceEvent
{
    /// <summary>A machine was made.</summary>
    /// <param name="Era">The name of its era.</param>
    public sealed record MachineStarted(string Era) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => $"a machine by the rules of era {Era}";

        internal override void Apply(SnapshotBuilder state) => state.Era = Era;
    }

    /// <summary>A process was made.</summary>
    /// <param name="Process">Its name.</param>
    public sealed record ProcessCreated(string Process) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => $"process {Process}";

        internal override void Apply(SnapshotBuilder state) => state.AddProcess(Process);
    }

    /// <summary>The process asked for pins for the first time; fork takes care from now on.</summary>
    /// <param name="Process">Its name.</param>
    public sealed record HasPinnedSet(string Process) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => $"{Process} is marked has_pinned";

        internal override void Apply(SnapshotBuilder state) => state.Process(Process).HasPinned = true;
    }

    /// <summary>Pages were charged to a process, or given back.</summary>
    /// <param name="Process">Its name.</param>
    /// <param name="From">Before.</param>
    /// <param name="To">After.</param>
    public sealed record AccountedPagesChanged(string Process, int From, int To) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => $"{Process} is charged for {To} pages";

        internal override void Apply(SnapshotBuilder state) => state.Process(Process).AccountedPages = To;
    }

    /// <summary>A process exited.</summary>
    /// <param name="Process">Its name.</param>
    public sealed record ProcessExited(string Process) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => $"{Process} exits";

        internal override void Apply(SnapshotBuilder state) => state.Process(Process).HasExited = true;
    }

    /// <summary>A driver was loaded.</summary>
    /// <param name="Driver">Its name.</param>
    public sealed record DriverAdded(string Driver) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => $"driver {Driver}";

        internal override void Apply(SnapshotBuilder state) => state.AddDriver(Driver);
    }

    /// <summary>A driver got or gave back a frame.</summary>
    /// <param name="Driver">Its name.</param>
    /// <param name="Pfn">The frame.</param>
    /// <param name="Has">Whether it has the frame from now on.</param>
    public sealed record DriverFrameChanged(string Driver, Pfn Pfn, bool Has) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => Has ? $"{Driver} has {Pfn}" : $"{Driver} gives {Pfn} back";

        internal override void Apply(SnapshotBuilder state) => state.SetDriverFrame(Driver, Pfn, Has);
    }

    /// <summary>A function of the kernel returned.</summary>
    /// <param name="Function">Its name in C.</param>
    /// <param name="Arguments">Its arguments as text.</param>
    /// <param name="Result">What it returned, as text.</param>
    public sealed record Returned(string Function, string Arguments, string Result) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => $"{Function}({Arguments}) = {Result}";

        internal override void Apply(SnapshotBuilder state)
        {
            // A return changes nothing; what the function changed stands in the events before it.
        }
    }

    /// <summary>The kernel would have logged a warning.</summary>
    /// <param name="Text">The condition or message.</param>
    public sealed record Warned(string Text) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => $"WARNING: {Text}";

        internal override void Apply(SnapshotBuilder state) => state.Warnings.Add(Text);
    }

    /// <summary>The checker found a hazard.</summary>
    /// <param name="Hazard">What went wrong.</param>
    public sealed record HazardFound(Hazard Hazard) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => $"HAZARD: {Hazard.Sentence}";

        internal override void Apply(SnapshotBuilder state) => state.Hazards.Add(Hazard);
    }
}
