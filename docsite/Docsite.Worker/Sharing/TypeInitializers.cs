using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Docsite.Worker.Sharing;

/// <summary>Initializes types before a block sees them, so that no block is the one that does.</summary>
internal static class TypeInitializers
{
    // Some that wait for another thread never end.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <returns>Whether nobody can tell that it was done: nothing was thrown, printed or set.</returns>
    internal static bool Run(IReadOnlyList<Type> types)
    {
        var settings = new ProcessSettings();
        using var printed = new StringWriter();
        Console.SetOut(printed);
        Console.SetError(printed);
        var isDone = false;
        var thread = new Thread(() => isDone = TryRun(types));
        thread.IsBackground = true;
        thread.Start();
        var isOver = thread.Join(Patience);
        Console.SetOut(TextWriter.Null);
        Console.SetError(TextWriter.Null);
        return isOver && isDone & !settings.Restore() && printed.GetStringBuilder().Length == 0;
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever an initializer throws, the block that needs it is to see it.")]
    private static bool TryRun(IEnumerable<Type> types)
    {
        try
        {
            foreach (var type in types) RuntimeHelpers.RunClassConstructor(type.TypeHandle);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }
}
