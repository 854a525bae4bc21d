namespace LinuxMm;

/// <summary>One call of a modelled function, from its entry to its return.</summary>
internal readonly ref struct Call(Machine machine, string previousActor)
{
    /// <summary>Records what the function returned and checks the machine; the result is passed on.</summary>
    public T Returned<T>(string function, object arguments, T result)
    {
        if (machine.IsTracing)
        {
            var text = arguments.ToString()!;
            machine.Record(new TraceEvent.Returned(function, text.StartsWith('(') ? text[1..^1] : text, $"{result}"));
        }

        machine.CheckWhenOutermost();
        return result;
    }

    public void Dispose() => machine.Leave(previousActor);
}
