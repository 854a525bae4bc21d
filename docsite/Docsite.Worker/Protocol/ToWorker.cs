namespace Docsite.Protocol;

/// <summary>What the tool tells a worker.</summary>
internal abstract record ToWorker
{
    private ToWorker()
    {
    }

    /// <summary>The first message: what all sessions need.</summary>
    /// <param name="Recorder">Path of the flight recorder's file.</param>
    /// <param name="Assemblies">Paths of the assemblies that blocks may load.</param>
    /// <param name="Mark">A line that ends each block's part of the process's own streams.</param>
    internal sealed record Prepare(string Recorder, string[] Assemblies, string Mark) : ToWorker
    {
        /// <summary>Whether numbers and dates are written in another way than usual.</summary>
        public bool HasOtherCulture { get; init; }

        /// <summary>Simple names of those that are the site's own: sessions share them where none notices.</summary>
        public string[] Projects { get; init; } = [];
    }

    /// <summary>A session starts.</summary>
    /// <param name="Submissions">The largest number of blocks that can follow one another.</param>
    internal sealed record Begin(int Submissions) : ToWorker
    {
        /// <summary>Names of the blocks whose late exits are held back.</summary>
        public string[] Held { get; init; } = [];
    }

    /// <summary>Load a block and run it.</summary>
    /// <param name="EntryType">Metadata name of the type that holds the entry.</param>
    /// <param name="EntryMethod">Metadata name of the static method that starts the block.</param>
    /// <param name="Assembly">The block, compiled.</param>
    /// <param name="FigureIds">Ids for the pictures it shows, in order; those beyond take the last one with their number.</param>
    /// <param name="Namespaces">Namespaces whose types are written without their namespace.</param>
    internal sealed record Run(
        string EntryType, string EntryMethod, byte[] Assembly, string[] FigureIds, string[] Namespaces) : ToWorker
    {
        /// <summary>Names of the session's variables whose values are asked for at the block's end.</summary>
        public string[] Watched { get; init; } = [];
    }

    /// <summary>The session is over: what its blocks declared with <c>using</c> is disposed.</summary>
    internal sealed record Finish : ToWorker;

    /// <summary>Tell whether another session can start here as it would in a new process.</summary>
    internal sealed record Release : ToWorker;

    internal void Write(BinaryWriter writer)
    {
        switch (this)
        {
            case Prepare prepare:
                writer.Write((byte)0);
                writer.Write(prepare.Recorder);
                writer.WriteArray(prepare.Assemblies);
                writer.Write(prepare.Mark);
                writer.Write(prepare.HasOtherCulture);
                writer.WriteArray(prepare.Projects);
                break;
            case Run run:
                writer.Write((byte)1);
                writer.Write(run.EntryType);
                writer.Write(run.EntryMethod);
                writer.Write(run.Assembly.Length);
                writer.Write(run.Assembly);
                writer.WriteArray(run.FigureIds);
                writer.WriteArray(run.Namespaces);
                writer.WriteArray(run.Watched);
                break;
            case Finish:
                writer.Write((byte)2);
                break;
            case Begin begin:
                writer.Write((byte)3);
                writer.Write(begin.Submissions);
                writer.WriteArray(begin.Held);
                break;
            case Release:
                writer.Write((byte)4);
                break;
        }
    }

    internal static ToWorker Read(BinaryReader reader) => reader.ReadByte() switch
    {
        0 => new Prepare(reader.ReadString(), reader.ReadArray(), reader.ReadString()) { HasOtherCulture = reader.ReadBoolean(), Projects = reader.ReadArray() },
        1 => new Run(
            reader.ReadString(), reader.ReadString(), reader.ReadBytes(reader.ReadInt32()), reader.ReadArray(), reader.ReadArray())
        {
            Watched = reader.ReadArray(),
        },
        2 => new Finish(),
        3 => new Begin(reader.ReadInt32()) { Held = reader.ReadArray() },
        4 => new Release(),
        var kind => throw new InvalidDataException($"There is no message of kind {kind}."),
    };
}
