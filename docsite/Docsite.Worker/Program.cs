using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Docsite.Worker;
using Microsoft.Win32.SafeHandles;

// Two pipe handles come in; the process's own streams belong to the blocks.
ProcessGroup.Lead();
ResourceLimits.Set(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
using var host = new SessionHost(Open(args[0], FileAccess.Read), Open(args[1], FileAccess.Write));
host.Serve();

// A pipe stream would load the sockets with it, which takes as long as a block.
[SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The stream owns the handle, the host the stream.")]
static FileStream Open(string handle, FileAccess access) =>
    new(new SafeFileHandle(nint.Parse(handle, CultureInfo.InvariantCulture), ownsHandle: true), access, bufferSize: 0);
