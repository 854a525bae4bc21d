using Docsite.Rendering;

namespace Docsite.Tests.Rendering;

public sealed class PlainHighlighterTests
{
    [Theory]
    [InlineData("c", "static int f(void) { return 0x1FUL; } // x", "[k static] [t int] [m f]([t void]) { [k return] [n 0x1FUL]; } [c // x]")]
    [InlineData("c", "#include <linux/mm.h>\n/* a\nb */ puts(\"// \\\" no\");", "[k #include] [s <linux/mm.h>]|[c /* a]|[c b */] [m puts]([s \"// \\\" no\"]);")]
    [InlineData("c", "u64 pfn; size_t n; if (x) y1();", "[t u64] pfn; [t size_t] n; [k if] (x) [m y1]();")]
    [InlineData("bash", "$ echo \"$HOME\" # all\nif-else --all '#' ${x}", "[k $] echo [s \"$HOME\"] [c # all]|if-else [n --all] [s '#'] [t ${x}]")]
    [InlineData("yaml", "a b: 1 # one\n- c: \"x: y\"\n  d: [1, true]", "[k a b]: [n 1] [c # one]|- [k c]: [s \"x: y\"]|  [k d]: [[n 1], [n true]]")]
    [InlineData("diff", "--- a\n+++ b\n@@ 1 @@\n-x\n+y\n z", "[c --- a]|[c +++ b]|[c @@ 1 @@]|[n -x]|[s +y]| z")]
    [InlineData("text", "if \"x\" # y", "if \"x\" # y")]
    [InlineData("c", "/* open", "[c /* open]")]
    [InlineData("", "", "")]
    public void ColoursWhatItKnows(string language, string text, string expected) => Assert.Equal(expected, string.Join('|', PlainHighlighter.Lines(text, language, [])
        .Select(line => string.Concat(line.Tokens.Select(token => token.Kind.Length == 0 ? token.Text : $"[{token.Kind} {token.Text}]")))));
}
