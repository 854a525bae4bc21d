// Title: It throws
// Throws: ArgumentException
// ---
throw new ArgumentException("no");
