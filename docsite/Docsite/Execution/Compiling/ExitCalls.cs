using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Docsite.Execution.Compiling;

/// <summary>Lets a block's calls that end the process tell so first: the worker learns who called, and from where.</summary>
/// <remarks>
/// In the compiled block the reference to <c>Environment.Exit</c> is made one to the member of the same name and signature of
/// the type that every block reports to. Not a byte is added, so all positions stay.
/// </remarks>
internal static class ExitCalls
{
    private const int TagBits = 3;
    private const int TypeReferenceTag = 1;

    /// <summary>The block with its calls redirected.</summary>
    internal static byte[] Redirect(byte[] assembly)
    {
        using var file = new PEReader(ImmutableArray.Create(assembly));
        var reader = file.GetMetadataReader();
        var calls = reader.MemberReferences.Where(handle => IsExit(reader, reader.GetMemberReference(handle))).ToList();
        var probe = calls.Count == 0 ? default : reader.TypeReferences.FirstOrDefault(handle => IsProbe(reader, reader.GetTypeReference(handle)));
        if (probe.IsNil) return assembly;
        var table = file.PEHeaders.MetadataStartOffset + reader.GetTableMetadataOffset(TableIndex.MemberRef);
        var rowSize = reader.GetTableRowSize(TableIndex.MemberRef);
        var parent = (MetadataTokens.GetRowNumber(probe) << TagBits) | TypeReferenceTag;
        var redirected = assembly.ToArray();
        foreach (var call in calls)
        {
            var row = redirected.AsSpan(table + ((MetadataTokens.GetRowNumber(call) - 1) * rowSize));
            // The type stands first in a row, in two bytes unless the assembly has more types than a page will ever have.
            if (parent <= ushort.MaxValue) BinaryPrimitives.WriteUInt16LittleEndian(row, (ushort)parent);
        }
        return redirected;
    }

    private static bool IsExit(MetadataReader reader, MemberReference member) =>
        member.Parent.Kind == HandleKind.TypeReference && reader.GetString(member.Name) is nameof(Environment.Exit) or nameof(Environment.FailFast)
        && reader.GetTypeReference((TypeReferenceHandle)member.Parent) is var type
        && reader.GetString(type.Namespace) == nameof(System) && reader.GetString(type.Name) == nameof(Environment);

    private static bool IsProbe(MetadataReader reader, TypeReference type) =>
        reader.GetString(type.Name) == "Probe" && reader.GetString(type.Namespace) == "Docsite.Worker";
}
