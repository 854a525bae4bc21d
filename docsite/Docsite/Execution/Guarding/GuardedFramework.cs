using System.Collections.Frozen;

namespace Docsite.Execution.Guarding;

/// <summary>What of the framework a block may use: all of these namespaces but some types and members in them.</summary>
internal static class GuardedFramework
{
    private static readonly FrozenSet<string> Namespaces = new[]
    {
        "System", "System.Buffers", "System.Buffers.Binary", "System.Buffers.Text", "System.Collections", "System.Collections.Concurrent",
        "System.Collections.Frozen", "System.Collections.Generic", "System.Collections.Immutable", "System.Collections.ObjectModel",
        "System.Collections.Specialized", "System.ComponentModel", "System.ComponentModel.DataAnnotations", "System.Diagnostics",
        "System.Diagnostics.CodeAnalysis", "System.Diagnostics.Contracts", "System.Formats.Asn1", "System.Globalization", "System.IO",
        "System.IO.Compression", "System.Linq", "System.Linq.Expressions", "System.Net.Mime", "System.Numerics", "System.Numerics.Tensors", "System.Reflection",
        "System.Reflection.Metadata", "System.Resources", "System.Runtime", "System.Runtime.CompilerServices", "System.Runtime.ExceptionServices",
        "System.Runtime.InteropServices", "System.Runtime.Intrinsics", "System.Runtime.Serialization", "System.Runtime.Versioning",
        "System.Security", "System.Security.Cryptography", "System.Text", "System.Text.Encodings.Web", "System.Text.Json",
        "System.Text.Json.Nodes", "System.Text.Json.Serialization", "System.Text.Json.Serialization.Metadata", "System.Text.RegularExpressions", "System.Text.Unicode", "System.Threading",
        "System.Threading.Channels", "System.Threading.Tasks", "System.Threading.Tasks.Dataflow", "System.Threading.Tasks.Sources", "System.Web", "System.Xml", "System.Xml.Linq",
        "System.Xml.Schema", "System.Xml.Serialization", "System.Xml.XPath", "System.Xml.Xsl", "Microsoft.CSharp.RuntimeBinder",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Other processes, native memory and code, the process's own settings: what does not end with the block.</summary>
    private static readonly FrozenSet<string> Refused = new[]
    {
        "System.Diagnostics.Process", "System.Diagnostics.ProcessStartInfo", "System.Diagnostics.Debugger",
        "System.Runtime.InteropServices.Marshal", "System.Runtime.InteropServices.NativeLibrary", "System.Runtime.InteropServices.NativeMemory",
        "System.Runtime.InteropServices.PosixSignalRegistration", "System.Runtime.CompilerServices.ModuleInitializerAttribute",
        "System.Runtime.GCSettings.set_LatencyMode", "System.AppContext.SetSwitch", "System.AppContext.SetData",
        "System.AppDomain.add_ProcessExit", "System.AppDomain.add_UnhandledException", "System.AppDomain.add_AssemblyResolve",
        "System.AppDomain.add_TypeResolve", "System.AppDomain.add_FirstChanceException", "System.AppDomain.add_AssemblyLoad",
        "System.Threading.ThreadPool.SetMaxThreads", "System.Threading.ThreadPool.SetMinThreads", "System.Console.add_CancelKeyPress",
        "System.Threading.Tasks.TaskScheduler.add_UnobservedTaskException", "System.Reflection.Assembly.Load",
        "System.Reflection.Assembly.LoadFrom", "System.Reflection.Assembly.LoadFile", "System.Reflection.Assembly.UnsafeLoadFrom",
        "System.Activator.CreateInstanceFrom", "System.Diagnostics.Trace.get_Listeners", "System.IO.FileSystemWatcher",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a type may be used, unless one of its members is refused.</summary>
    internal static bool IsTypeAllowed(string space, string type) => Namespaces.Contains(space) && !Refused.Contains($"{space}.{type}");

    /// <summary>Whether a member of an allowed type may be used.</summary>
    internal static bool IsMemberAllowed(string type, string member) => !Refused.Contains($"{type}.{member}");
}
