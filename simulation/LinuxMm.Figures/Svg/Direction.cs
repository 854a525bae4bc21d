namespace LinuxMm.Figures;

/// <summary>The way in which an arrow points.</summary>
internal enum Direction
{
    Right,
    Left,
    Down,
    Up,
}
