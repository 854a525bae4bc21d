namespace Docsite.Execution;

/// <summary>A project of the settings after it was built.</summary>
/// <param name="Project">Path of the project file as the settings name it.</param>
/// <param name="Assembly">Path of its assembly.</param>
public sealed record BuiltProject(string Project, string Assembly);
