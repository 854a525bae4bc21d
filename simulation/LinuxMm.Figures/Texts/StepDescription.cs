namespace LinuxMm.Figures;

/// <summary>Says one step in sentences, for people who do not see the picture.</summary>
internal static class StepDescription
{
    public static string Of(StepView step) => string.Join(' ', (IEnumerable<string>)
    [
        .. step.IsEmpty ? [$"{StepView.Nothing}."] : Array.Empty<string>(),
        .. step.Areas.Where(area => !area.IsGhost).Select(area => Area(step, area)),
        .. step.Areas.Where(area => area.IsGhost).Select(area => $"{area.Now.Process} no longer maps {area.Now.Name}."),
        .. step.Frames.Select(Frame),
        .. step.Holders.Select(holder => Holder(step, holder)),
        .. step.Devices.Where(device => !device.IsGhost).Select(Device),
        .. step.Log.Select(line => $"{line.Now}."),
        .. step.Violations.Select(violation => $"Broken: {violation.Now.Sentence}"),
    ]);

    private static string Area(StepView step, Marked<AreaView> area)
    {
        var entries = step.Entries.Where(entry => !entry.IsGhost && area.Now.Covers(entry.Now.Row)).Select(Entry);
        return $"{area.Now.Process} maps {area.Now.Name} ({area.Now.Access}): {string.Join(", ", entries)}.";
    }

    private static string Entry(Marked<EntryView> entry)
    {
        var to = entry.Now.Pfn is null ? FactWords.Entry(entry.Now) : $"to frame {FactWords.Entry(entry.Now)}";
        return $"{FactWords.Address(entry.Now.Row)} {to}{Was(entry, FactWords.Entry)}";
    }

    private static string Frame(Marked<FrameView> frame)
    {
        string[] facts =
        [
            frame.Now.Owner + Was(frame, f => f.Owner),
            FactWords.RefCount(frame.Now) + Was(frame, FactWords.RefCount),
            FactWords.PinCount(frame.Now) + Was(frame, FactWords.PinCount),
            FactWords.Contents(frame.Now) + Was(frame, FactWords.Contents),
        ];
        return $"Frame {FactWords.Pfn(frame.Now.Row)}: {string.Join(", ", facts.Where(fact => fact.Length > 0))}.";
    }

    private static string Holder(StepView step, Marked<HolderView> holder)
    {
        if (holder.IsGhost) return $"{holder.Now.Name} is gone.";
        var slots = step.Slots.Where(slot => !slot.IsGhost && slot.Now.Row.Holder == holder.Now.Name)
            .Select(slot => $"{FactWords.SlotName(slot.Now.Row)} {FactWords.Slot(slot.Now)}{Was(slot, FactWords.Slot)}");
        var flags = holder.Now.Flags.IsEmpty ? "" : $" ({string.Join(", ", holder.Now.Flags.Select(FactWords.Flag))})";
        return $"{holder.Now.Type} {holder.Now.Name}{flags}: {string.Join("; ", slots)}.";
    }

    private static string Device(Marked<DeviceView> device)
    {
        var targets = device.Now.Targets.Length == 0 ? "" : $", frames {device.Now.Targets}";
        return $"{device.Now.Name}: {FactWords.Device(device.Now)}{Was(device, FactWords.Device)}{targets}.";
    }

    private static string Was<T>(Marked<T> part, Func<T, string> fact)
        where T : class => part.Before(fact) is { } before ? $" (was {(before.Length == 0 ? "zeroes" : before)})" : "";
}
