namespace Docsite.Display;

/// <summary>Where in the source a step of a picture was taken; what stands between the two lines led to it.</summary>
/// <param name="After">The line, from 1, of the step before, or of where the picture began.</param>
/// <param name="At">The line, from 1, that took this step.</param>
public sealed record StepLines(int After, int At);
