using System.Text.Json;
using Docsite.Planning;

namespace Docsite.Caching;

/// <summary>The folder of kept results: one file a session, replaced in one step, so that several runs of the tool may share it.</summary>
/// <remarks>A file has three lines: the seal, the label, the runs.</remarks>
/// <param name="folder">Its path; made when the first result is kept.</param>
internal sealed class RunStore(string folder)
{
    private const string Mark = "docsite-run";

    /// <summary>The file of a session.</summary>
    internal string PathOf(SessionPlan plan) =>
        Path.Combine(folder, SessionKey.HashOf($"{plan.Page.Path}\0{plan.Name}\0{plan.Variant?.Name}") + ".run");

    /// <summary>What is kept for a session, whatever its key; nothing where there is nothing, or another version of the tool kept it.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    internal KeptSession? Read(SessionPlan plan, out bool isOfOtherVersion)
    {
        if (SealedFile.Read(PathOf(plan), Mark, out isOfOtherVersion) is not { } content) return null;
        var (label, runs) = SealedFile.Split(content);
        return new KeptSession(JsonSerializer.Deserialize(label.Span, KeptSessionContext.Default.KeptLabel)!, runs);
    }

    /// <summary>Keeps a result.</summary>
    internal void Write(SessionPlan plan, KeptSession kept) =>
        SealedFile.Write(PathOf(plan), Mark, [.. JsonSerializer.SerializeToUtf8Bytes(kept.Label, KeptSessionContext.Default.KeptLabel), (byte)'\n', .. kept.Body.Span]);

    /// <summary>Removes a result.</summary>
    internal void Forget(SessionPlan plan) => Remove(() => [PathOf(plan)]);

    /// <summary>Removes all files but these.</summary>
    internal void Keep(IEnumerable<string> paths) => Remove(() => Directory.EnumerateFiles(folder, "*.run").Except(paths, StringComparer.Ordinal));

    private void Remove(Func<IEnumerable<string>> paths)
    {
        if (!Directory.Exists(folder)) return;
        try
        {
            foreach (var file in paths()) File.Delete(file);
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            // It costs nothing but room; the next run tries again.
        }
    }
}
