namespace Benchmarks;

/// <summary>Another tool at the same work.</summary>
internal interface IPeer
{
    /// <summary>What it is and does.</summary>
    string Name { get; }

    /// <summary>Whether it takes so long that few runs must do.</summary>
    bool IsSlow { get; }

    /// <summary>One run; nothing where it is not installed.</summary>
    MeasuredProcess? Run();
}
