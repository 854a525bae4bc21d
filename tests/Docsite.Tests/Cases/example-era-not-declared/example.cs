// Title: It does not say what it runs in by itself
// Eras: A, D9
// Timeout: 1h
// ---

var height = 1;
