namespace Docsite.Protocol;

/// <summary>A value in the three forms that a finding needs.</summary>
/// <param name="Literal">As C#; nothing where there is no literal form.</param>
/// <param name="Text">As text.</param>
/// <param name="TypeName">Its type as C# writes it.</param>
internal sealed record ValueReport(string? Literal, string Text, string TypeName)
{
    internal void Write(BinaryWriter writer)
    {
        writer.WriteOptional(Literal, static (w, literal) => w.Write(literal));
        writer.Write(Text);
        writer.Write(TypeName);
    }

    internal static ValueReport Read(BinaryReader reader) =>
        new(reader.ReadOptional(static r => r.ReadString()), reader.ReadString(), reader.ReadString());
}
