using System.Diagnostics.CodeAnalysis;

namespace Docsite.Worker;

/// <summary>
/// Where a block's continuations run: on the thread pool, as in any console program, but counted, so that
/// <c>async void</c> methods are waited for and their exceptions belong to the block that called them.
/// </summary>
internal sealed class BlockSynchronizationContext : SynchronizationContext
{
    private readonly object _gate = new();
    private int _running;
    private Exception? _exception;

    public override SynchronizationContext CreateCopy() => this;

    public override void OperationStarted()
    {
        lock (_gate) _running++;
    }

    public override void OperationCompleted()
    {
        lock (_gate)
        {
            if (--_running == 0) Monitor.PulseAll(_gate);
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "An async void method's exception arrives here and is handed on by Finish.")]
    public override void Post(SendOrPostCallback d, object? state)
    {
        OperationStarted();
        _ = ThreadPool.UnsafeQueueUserWorkItem(
            _ =>
            {
                var outer = Current;
                SetSynchronizationContext(this);
                try
                {
                    d(state);
                }
                catch (Exception thrown)
                {
                    lock (_gate) _exception ??= thrown;
                }
                finally
                {
                    Probe.Leave();
                    SetSynchronizationContext(outer);
                    OperationCompleted();
                }
            },
            null);
    }

    /// <summary>Waits until nothing is running any more.</summary>
    /// <returns>The first exception that left an <c>async void</c> method, or nothing.</returns>
    internal Exception? Finish()
    {
        lock (_gate)
        {
            while (_running > 0) _ = Monitor.Wait(_gate);
            return _exception;
        }
    }
}
