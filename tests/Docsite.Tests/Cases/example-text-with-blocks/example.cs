// Title: Blocks in the text
// Order: first
// Order: 2
// ---
// Text.
//
// ```csharp
// int i;
// ```
//
//     1<!--= 1 + 1 -->
//
// ```c
// int shown;
// ```
