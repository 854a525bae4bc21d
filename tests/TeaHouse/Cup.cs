namespace TeaHouse;

/// <summary>A cup of tea.</summary>
/// <param name="Temperature">In degrees Celsius.</param>
public readonly record struct Cup(int Temperature);
