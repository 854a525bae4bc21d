using System.Reflection;
using Docsite.Protocol;

namespace Docsite.Worker;

/// <summary>Which public members of the documented assemblies a block enters.</summary>
/// <remarks>
/// The tool has put a mark at the start of each of these members: a byte for each, in an array that the assembly itself holds.
/// The marks change nothing that a block can see.
/// </remarks>
internal sealed class ExecutedMembers
{
    /// <summary>Full name of the type that the tool adds to an assembly.</summary>
    internal const string TypeName = "Docsite.Executed";

    private readonly Lock _gate = new();
    private readonly List<(string Assembly, byte[] Marks)> _counted = [];

    /// <summary>Counts in an assembly from now on, if it has marks.</summary>
    internal Assembly Counting(Assembly assembly)
    {
        if (assembly.GetType(TypeName)?.GetField("Marks")?.GetValue(null) is byte[] marks)
        {
            lock (_gate) _counted.Add((assembly.GetName().Name!, marks));
        }
        return assembly;
    }

    /// <summary>Forgets the block before.</summary>
    internal void Begin()
    {
        lock (_gate)
        {
            foreach (var (_, marks) in _counted) Array.Clear(marks);
        }
    }

    /// <summary>What was entered since.</summary>
    internal IReadOnlyList<FromWorker.Executed> End()
    {
        lock (_gate)
        {
            return
            [
                .. _counted.Select(one => new FromWorker.Executed(one.Assembly, [.. Enumerable.Range(0, one.Marks.Length).Where(i => one.Marks[i] != 0)]))
                    .Where(one => one.Members.Length > 0),
            ];
        }
    }
}
