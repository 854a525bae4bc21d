// Title: It throws
// Throws: InvalidOperationException
// ---
throw new ArgumentException("no");
