namespace TestSupport;

/// <summary>A text is not the expected one; the message shows how they differ.</summary>
/// <param name="message">The differing lines.</param>
public sealed class GoldenMismatchException(string message) : Exception(message);
