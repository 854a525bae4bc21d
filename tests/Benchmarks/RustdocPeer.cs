using System.ComponentModel;
using System.Globalization;
using System.Text;
using TestSupport;

namespace Benchmarks;

/// <summary>The same number of examples as doctests of Rust's edition 2024, which are compiled together.</summary>
internal sealed class RustdocPeer : IPeer
{
    private readonly string _file = Repository.PathOf("artifacts", "benchmarks", "doctests.rs");

    public RustdocPeer(int blocks)
    {
        var text = new StringBuilder();
        for (var i = 0; i < blocks; i++) text.Append(CultureInfo.InvariantCulture, $"/// ```\n/// let x = {i};\n/// assert_eq!(x + 1, {i + 1});\n/// ```\npub fn f{i}() {{}}\n\n");
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        File.WriteAllText(_file, text.ToString());
    }

    /// <inheritdoc/>
    public string Name => "rustdoc --test, edition 2024, 100 doctests compiled together";

    /// <inheritdoc/>
    public bool IsSlow => false;

    /// <inheritdoc/>
    public MeasuredProcess? Run()
    {
        try
        {
            return MeasuredProcess.Run(Path.GetDirectoryName(_file)!, "rustdoc", "--test", "--edition", "2024", _file);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
