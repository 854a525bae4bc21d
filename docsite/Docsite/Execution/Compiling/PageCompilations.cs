using Docsite.Pages;

namespace Docsite.Execution.Compiling;

/// <summary>What the sessions of a page share while one of them runs; then it is let go, as compilations are large.</summary>
/// <param name="compiler">Compiles.</param>
internal sealed class PageCompilations(BlockCompiler compiler)
{
    private readonly Dictionary<PageText, (CompiledBlocks Blocks, int Sessions)> _pages = [];
    private readonly Lock _gate = new();

    /// <summary>A session of a page begins.</summary>
    internal CompiledBlocks Enter(PageText page)
    {
        lock (_gate)
        {
            var (blocks, sessions) = _pages.TryGetValue(page, out var shared) ? shared : (new CompiledBlocks(compiler), 0);
            _pages[page] = (blocks, sessions + 1);
            return blocks;
        }
    }

    /// <summary>A session of a page is over.</summary>
    internal void Leave(PageText page)
    {
        lock (_gate)
        {
            var (blocks, sessions) = _pages[page];
            if (sessions == 1) _ = _pages.Remove(page);
            else _pages[page] = (blocks, sessions - 1);
        }
    }
}
