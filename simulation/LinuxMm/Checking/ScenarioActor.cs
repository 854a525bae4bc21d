namespace LinuxMm;

/// <summary>One actor of a scenario.</summary>
internal sealed record ScenarioActor(string Name, IReadOnlyList<(string Name, Action Do)> Steps);
