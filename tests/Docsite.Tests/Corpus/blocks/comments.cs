// => 
1 // => // => 2
	// ^^^ error CS0029, CS
// throws
"// => 3"