using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace Docsite.Writing;

/// <summary>A file of the finished site.</summary>
/// <param name="Route">Path from the site's root.</param>
public abstract record OutputFile(string Route)
{
    /// <summary>A file whose content was made by the build.</summary>
    public sealed record Made(string Route, ImmutableArray<byte> Content) : OutputFile(Route)
    {
        /// <summary>Text as UTF-8 without a byte-order mark.</summary>
        public static Made Of(string route, string text) => new(route, ImmutableCollectionsMarshal.AsImmutableArray(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>A file that is copied.</summary>
    /// <param name="Route">See the base.</param>
    /// <param name="SourcePath">Path from the settings file, for findings.</param>
    /// <param name="FullPath">Where it lies on this machine.</param>
    public sealed record Copied(string Route, string SourcePath, string FullPath) : OutputFile(Route);
}
