using System.Diagnostics.CodeAnalysis;

namespace Docsite.Worker;

/// <summary>Runs a block to its end, with the <c>async void</c> methods that it started.</summary>
internal static class BlockRun
{
    /// <returns>The exception that left it, or nothing.</returns>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever leaves a block is what the page is told about.")]
    internal static Exception? Run(Func<Task> start)
    {
        var context = new BlockSynchronizationContext();
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(context);
        Exception? exception = null;
        MemoryReserve.Fill();
        try
        {
            start().GetAwaiter().GetResult();
        }
        catch (Exception thrown)
        {
            exception = thrown;
            if (thrown.GetBaseException() is OutOfMemoryException) MemoryReserve.Release();
        }
        finally
        {
            Probe.Leave();
            SynchronizationContext.SetSynchronizationContext(outer);
        }
        return context.Finish() ?? exception;
    }
}
