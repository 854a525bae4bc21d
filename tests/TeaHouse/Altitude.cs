namespace TeaHouse;

/// <summary>Where the tea house stands.</summary>
/// <param name="Metres">Above the sea.</param>
public sealed record Altitude(int Metres)
{
    /// <summary>On the beach.</summary>
    public static Altitude Sea { get; } = new(0);

    /// <summary>In the mountains.</summary>
    public static Altitude Mountain { get; } = new(3000);

    /// <summary>Where water boils here, in whole degrees Celsius: one degree less for each 300 metres.</summary>
    public int BoilingPoint => 100 - (Metres / 300);
}
