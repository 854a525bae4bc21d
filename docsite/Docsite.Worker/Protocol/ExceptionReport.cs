namespace Docsite.Protocol;

/// <summary>An exception without the types it came from.</summary>
/// <param name="TypeName">Full name of its type.</param>
/// <param name="Message">Its message.</param>
/// <param name="Frames">Its stack, innermost first.</param>
internal sealed record ExceptionReport(string TypeName, string Message, FrameReport[] Frames)
{
    /// <summary>Type and message of what it was thrown for, the nearest first.</summary>
    internal string[] Causes { get; init; } = [];

    internal void Write(BinaryWriter writer)
    {
        writer.Write(TypeName);
        writer.Write(Message);
        writer.Write(Frames.Length);
        foreach (var frame in Frames)
        {
            writer.Write(frame.Assembly);
            writer.Write(frame.MethodToken);
            writer.Write(frame.IlOffset);
            writer.Write(frame.Method);
        }
        writer.WriteArray(Causes);
    }

    internal static ExceptionReport Read(BinaryReader reader)
    {
        var type = reader.ReadString();
        var message = reader.ReadString();
        var frames = new FrameReport[reader.ReadInt32()];
        for (var i = 0; i < frames.Length; i++)
        {
            frames[i] = new FrameReport(reader.ReadString(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadString());
        }
        return new ExceptionReport(type, message, frames) { Causes = reader.ReadArray() };
    }
}

/// <summary>One frame of a stack.</summary>
/// <param name="Assembly">Simple name of the method's assembly.</param>
/// <param name="MethodToken">Metadata token of the method.</param>
/// <param name="IlOffset">Offset in the method's body.</param>
/// <param name="Method">The method as text.</param>
internal sealed record FrameReport(string Assembly, int MethodToken, int IlOffset, string Method);
