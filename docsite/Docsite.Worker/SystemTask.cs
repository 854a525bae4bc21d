using System.Globalization;

namespace Docsite.Worker;

/// <summary>A thread or a process as Linux tells of it at a moment.</summary>
/// <param name="Folder">Its folder in <c>/proc</c>.</param>
/// <param name="Name">What it is called.</param>
/// <param name="State">A letter, e.g. <c>R</c> for what runs or waits for a processor, and <c>S</c> for what sleeps.</param>
/// <param name="Parent">The process that it hangs below.</param>
/// <param name="Group">Its process group.</param>
/// <param name="Ticks">The time that it ran, in hundredths of a second.</param>
internal sealed record SystemTask(string Folder, string Name, char State, int Parent, int Group, long Ticks)
{
    private const int Milliseconds = 10;

    /// <summary>Whether it sleeps until something happens.</summary>
    internal bool IsAsleep => State is 'S' or 'T' or 't' or 'I';

    /// <summary>Whether it has come to its end and only still has a name.</summary>
    internal bool IsOver => State is 'Z' or 'X';

    /// <returns>What it is now; nothing where it has ended.</returns>
    internal static SystemTask? Read(string folder)
    {
        try
        {
            return Parse(folder, File.ReadAllText(Path.Combine(folder, "stat")));
        }
        catch (IOException)
        {
            // It ended while the list was read.
            return null;
        }
    }

    /// <summary>Milliseconds that it had for itself since an earlier look: what waits for a processor, or for a disk, has had none.</summary>
    internal long HadSince(long ticks) => IsAsleep ? 1 : (Ticks - ticks) * Milliseconds;

    // "id (name) state parent group ... user system ...": the name may hold anything.
    private static SystemTask Parse(string folder, string status)
    {
        var (start, end) = (status.IndexOf('('), status.LastIndexOf(')'));
        var fields = status[(end + 2)..].Split(' ');
        return new SystemTask(folder, status[(start + 1)..end], fields[0][0], (int)Number(fields[1]), (int)Number(fields[2]), Number(fields[11]) + Number(fields[12]));
    }

    private static long Number(string field) => long.Parse(field, CultureInfo.InvariantCulture);
}
