// Title: "
// ---
/* output
