// Title: It hangs
// Timeout: 200ms
// ---
var a = 1;
while (a == 1) { }
