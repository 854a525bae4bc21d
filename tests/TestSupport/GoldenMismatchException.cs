namespace TestSupport;

/// <summary>A text is not the approved one.</summary>
/// <param name="message">Where they differ, and how to accept.</param>
public sealed class GoldenMismatchException(string message) : Exception(message);
