using Docsite.Display;

namespace Docsite.Protocol;

/// <summary>What a worker tells the tool.</summary>
internal abstract record FromWorker
{
    private FromWorker()
    {
    }

    /// <summary>The block is loaded and starts now; its time runs from here.</summary>
    internal sealed record Started : FromWorker;

    /// <summary>A stated value was reached.</summary>
    /// <param name="Id">The number that the compile side gave the comment.</param>
    /// <param name="Found">What differs; nothing where the value is as stated.</param>
    internal sealed record Value(int Id, ValueReport? Found) : FromWorker;

    /// <summary>The first value that a comment does not state is about to be written down, which runs code of its type.</summary>
    /// <param name="Id">The number of the comment.</param>
    /// <param name="TypeName">The value's type as C# writes it.</param>
    internal sealed record Reading(int Id, string TypeName) : FromWorker;

    /// <summary>The value of the block's last expression.</summary>
    internal sealed record Trailing(ValueReport Found) : FromWorker;

    /// <summary>A picture was shown.</summary>
    internal sealed record Shown(Picture Picture) : FromWorker;

    /// <summary>Something went past the block's own flow: an exception left a thread, a stream was replaced.</summary>
    /// <param name="Kind">One of <see cref="EscapeKind"/>.</param>
    /// <param name="Exception">The exception that escaped, where there is one.</param>
    internal sealed record Escaped(EscapeKind Kind, ExceptionReport? Exception) : FromWorker;

    /// <summary>The process is about to be ended by a call.</summary>
    /// <param name="Starter">The assembly of the block that started the flow of the call; empty where that is not known.</param>
    /// <param name="Place">Where the call stands.</param>
    /// <param name="Inner">The mark of the statement that the block's flow is in; -1 where it has none, or another flow calls.</param>
    internal sealed record Exiting(string Starter, ExceptionReport Place, int Inner) : FromWorker;

    /// <summary>The public members of one assembly that the block entered.</summary>
    /// <param name="Assembly">The assembly's simple name.</param>
    /// <param name="Members">Their numbers, as the tool gave them.</param>
    internal sealed record Executed(string Assembly, int[] Members) : FromWorker;

    /// <summary>What a variable of the session holds at the block's end.</summary>
    internal sealed record Variable(string Name, ValueReport Held) : FromWorker;

    /// <summary>The block is over.</summary>
    /// <param name="Exception">What left it; nothing where it ran to its end.</param>
    /// <param name="EvaluatingExpected">The comment whose right side was being evaluated, or -1.</param>
    internal sealed record Ended(ExceptionReport? Exception, int EvaluatingExpected) : FromWorker
    {
        /// <summary>Whether variables follow; to write them down runs code of their types, which may never end.</summary>
        internal bool IsFollowed { get; init; }
    }

    /// <summary>All that follows a block's end is told.</summary>
    internal sealed record Told : FromWorker;

    /// <summary>The answer to a session's release.</summary>
    /// <param name="IsClean">Whether nothing of the session is left that the next one could notice.</param>
    internal sealed record Released(bool IsClean) : FromWorker;

    internal void Write(BinaryWriter writer)
    {
        switch (this)
        {
            case Started:
                writer.Write((byte)0);
                break;
            case Value value:
                writer.Write((byte)1);
                writer.Write(value.Id);
                writer.WriteOptional(value.Found, static (w, found) => found.Write(w));
                break;
            case Reading reading:
                writer.Write((byte)13);
                writer.Write(reading.Id);
                writer.Write(reading.TypeName);
                break;
            case Trailing trailing:
                writer.Write((byte)2);
                trailing.Found.Write(writer);
                break;
            case Shown shown:
                writer.Write((byte)3);
                PictureMessage.Write(writer, shown.Picture);
                break;
            case Escaped escaped:
                writer.Write((byte)4);
                writer.Write((int)escaped.Kind);
                writer.WriteOptional(escaped.Exception, static (w, exception) => exception.Write(w));
                break;
            case Executed executed:
                writer.Write((byte)10);
                writer.Write(executed.Assembly);
                writer.WriteNumbers(executed.Members);
                break;
            case Exiting exiting:
                writer.Write((byte)12);
                writer.Write(exiting.Starter);
                exiting.Place.Write(writer);
                writer.Write(exiting.Inner);
                break;
            case Variable variable:
                writer.Write((byte)11);
                writer.Write(variable.Name);
                variable.Held.Write(writer);
                break;
            case Ended ended:
                writer.Write((byte)5);
                writer.WriteOptional(ended.Exception, static (w, exception) => exception.Write(w));
                writer.Write(ended.EvaluatingExpected);
                writer.Write(ended.IsFollowed);
                break;
            case Told:
                writer.Write((byte)14);
                break;
            case Released released:
                writer.Write((byte)6);
                writer.Write(released.IsClean);
                break;
        }
    }

    internal static FromWorker Read(BinaryReader reader) => reader.ReadByte() switch
    {
        0 => new Started(),
        1 => new Value(reader.ReadInt32(), reader.ReadOptional(ValueReport.Read)),
        13 => new Reading(reader.ReadInt32(), reader.ReadString()),
        2 => new Trailing(ValueReport.Read(reader)),
        3 => new Shown(PictureMessage.Read(reader)),
        4 => new Escaped((EscapeKind)reader.ReadInt32(), reader.ReadOptional(ExceptionReport.Read)),
        5 => new Ended(reader.ReadOptional(ExceptionReport.Read), reader.ReadInt32()) { IsFollowed = reader.ReadBoolean() },
        14 => new Told(),
        6 => new Released(reader.ReadBoolean()),
        10 => new Executed(reader.ReadString(), reader.ReadNumbers()),
        12 => new Exiting(reader.ReadString(), ExceptionReport.Read(reader), reader.ReadInt32()),
        11 => new Variable(reader.ReadString(), ValueReport.Read(reader)),
        var kind => throw new InvalidDataException($"There is no message of kind {kind}."),
    };
}
