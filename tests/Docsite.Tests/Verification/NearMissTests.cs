namespace Docsite.Tests.Verification;

/// <summary>
/// What looks checked and is not: every way to write a statement almost right is a finding at the characters that are wrong,
/// and what only resembles one is none.
/// </summary>
public sealed class NearMissTests(CaseFolders folders) : IClassFixture<CaseFolders>
{
    /// <summary>Comments that resemble a statement of a value, an error, an exception or a hidden line.</summary>
    [Theory]
    [InlineData("var v = 2;  «// -> 3»")]
    [InlineData("var v = 2;  «// ==> 3»")]
    [InlineData("var v = 2;  «// --> 3»")]
    [InlineData("var v = 2;  «// = > 3»")]
    [InlineData("var v = 2;  «// >= 3»", "")]
    [InlineData("var v = 2;  «// => 2 // => 3»")]
    [InlineData("var v = 2;  «// ⇒ 3»")]
    [InlineData("var v = 2;  «// → 3»")]
    [InlineData("var v = 2;  «// = 3»")]
    [InlineData("var v = 2;  «// == 3»")]
    [InlineData("var v = 2;  «/// => 3»")]
    [InlineData("var v = 2;  «//// => 3»")]
    [InlineData("var v = 2;  «/* => 3 */»")]
    [InlineData("«/** => 3 */»")]
    [InlineData("#if false|var v = 2;  «// => 3»|#endif")]
    [InlineData("#if A|#elif B|int a = \"\"; «// error CS0029»|#endif")]
    [InlineData("int a = 1;  «// Error CS0029»")]
    [InlineData("int a = 1;  «// error: CS0029»")]
    [InlineData("int a = 1;  «// errors CS0029»")]
    [InlineData("int a = 1;  «// error CS29»")]
    [InlineData("int a = 1;  «// error cs0029»")]
    [InlineData("int a = 1;  «// error(CS0029)»")]
    [InlineData("int a = 1;  «// CS0029»")]
    [InlineData("int a = 1;  «// ^^^^ CS0029»")]
    [InlineData("int a = 1;  «// warn CS0168»")]
    [InlineData("int a = 1;  «/* error CS0029 */»")]
    [InlineData("int a = 1;  «// Throws InvalidOperationException»")]
    [InlineData("int a = 1;  «// throw InvalidOperationException»")]
    [InlineData("int a = 1;  «// throws: InvalidOperationException»")]
    [InlineData("int a = 1;  «// throws new InvalidOperationException()»")]
    [InlineData("int a = 1;  «// throws InvalidOperationException, a message»")]
    [InlineData("int a = 1;  «// raises System.InvalidOperationException»")]
    [InlineData("int a = 1;  «// Hide»")]
    [InlineData("int a = 1;  «// hidden»")]
    [InlineData("int a = 1;  «// set up // hide»")]
    [InlineData("int a = 1;  «/* hide */»")]
    [InlineData("«#region Hide»|int a = 1;|#endregion")]
    [InlineData("«#region hidden»|int a = 1;|#endregion")]
    [InlineData("int a = 1;  // The arrow => is C#'s own.")]
    [InlineData("int a = 1;  // an error")]
    [InlineData("int a = 1;  // throws away what it has")]
    [InlineData("int a = 1;  // ---- a rule ----")]
    [InlineData("int a = 1;  // ======")]
    [InlineData("int a = 1;  // hide and seek")]
    [InlineData("int a = 1;  // see https://example.org")]
    [InlineData("var a = \"// -> 3 // error: CS0029\";")]
    public Task CommentsAsync(string code, string id = "DOC0116") => FindsAsync(id, $"```csharp|{code}|```");

    /// <summary>First lines of fences that resemble those that are checked.</summary>
    [Theory]
    [InlineData("``` {«.csharp»}|1 + 1;|```")]
    [InlineData("```{«.csharp» #name .numberLines}|1 + 1;|```")]
    [InlineData("```{«csharp»}|1 + 1;|```")]
    [InlineData("```{code-cell} «csharp»|1 + 1;|```")]
    [InlineData("```«.csharp»|1 + 1;|```")]
    [InlineData("```«lang=csharp»|1 + 1;|```")]
    [InlineData("```«c#»|1 + 1;|```")]
    [InlineData("```«C#»|1 + 1;|```")]
    [InlineData("```«c♯»|1 + 1;|```")]
    [InlineData("```«csx»|1 + 1;|```")]
    [InlineData("```«cshrap»|1 + 1;|```")]
    [InlineData("```«csharp-interactive»|1 + 1;|```")]
    [InlineData("```«сsharp»|1 + 1;|```")]
    [InlineData("```«C-Sharp»|1 + 1;|```")]
    [InlineData("```«charp»|1 + 1;|```")]
    [InlineData("```csharp|Console.Write(1);|```|```«Output»|1|```", "DOC0112")]
    [InlineData("```csharp|Console.Write(1);|```|```«outputs»|1|```", "DOC0112")]
    [InlineData("```csharp|Console.Write(1);|```|```«ouput»|1|```", "DOC0112")]
    [InlineData("```csharp|var a = 1;|```|```«Figure»|1|```")]
    [InlineData("```csharp|var a = 1;|```|```«figures»|1|```")]
    [InlineData("```csharp|var a = 1;|```|```«diagnostic»|1|```")]
    [InlineData("```text|csharp|```")]
    [InlineData("```fsharp|1 + 1|```")]
    [InlineData("````markdown|```csharp|1 + 1  // => 3|```|````")]
    public Task LanguagesAsync(string lines, string id = "DOC0112") => FindsAsync(id, lines);

    /// <summary>Fences that Markdown does not read as such.</summary>
    [Theory]
    [InlineData("<div>|«```csharp»|1 + 1  // => 3|```|</div>")]
    [InlineData("<details><summary>More</summary>|«```csharp id=x»|1 + 1  // => 3|```|</details>")]
    [InlineData("<pre>|«```csharp»|1 + 1  // => 3|```|</pre>")]
    [InlineData("A paragraph.||    «```csharp»|    1 + 1  // => 3|    ```")]
    [InlineData("«``csharp»|1 + 1  // => 3|``")]
    [InlineData("«``output»|1|``")]
    [InlineData("- [ ] «```csharp»|  1 + 1  // => 3|  ```|  ```output|  a|  ```")]
    [InlineData("1. - [x] «```csharp»|     1 + 1  // => 3|     ```|     ```output|     a|     ```")]
    [InlineData("[^n]: A note.||    «```csharp»|    1 + 1  // => 3|    ```")]
    [InlineData("Text.[^n]||[^n]: A note.||[^n]: A note.||    «```csharp»|    1 + 1  // => 3|    ```")]
    [InlineData("<!-- a reason|```csharp|1 + 1  // => 3|```|-->")]
    [InlineData("<div>||```csharp|2 + 1  // => 3|```||</div>")]
    [InlineData("Write `` ```csharp `` to start one.")]
    [InlineData("````|```csharp|````")]
    public Task PlacesAsync(string lines, string id = "DOC0117") => FindsAsync(id, lines);

    /// <summary>Containers that resemble claims, and claims that state nothing.</summary>
    [Theory]
    [InlineData("::: «clam» M1 refuted|```csharp|1 + 1  // => 2|```|:::", "DOC0112")]
    [InlineData("::: «Claim» M1 refuted|```csharp|1 + 1  // => 2|```|:::", "DOC0112")]
    [InlineData(":::: «calim» M1 refuted|```csharp|1 + 1  // => 2|```|::::", "DOC0112")]
    [InlineData("::: «detials» More|Text.|:::", "DOC0112")]
    [InlineData("::: «generatde» claims|:::", "DOC0112")]
    [InlineData("«:: claim M1 refuted»||```csharp|1 + 1  // => 2|```")]
    [InlineData("«::: claim M1 refuted»|```csharp|var a = 1;|```|:::")]
    [InlineData("«::: claim M1 refuted»|```csharp|Console.Write(1);|```|```output|...|```|:::")]
    [InlineData("«::: claim M1 refuted»|```csharp compile|var a = 1;|```|:::")]
    [InlineData("::: claim M1 refuted|It is 2<!--= 1 + 1 -->.||```csharp|var e = 1;|```|:::")]
    [InlineData("::: claim M1 refuted|```csharp fails=CS0029|int a = \"\";|```|:::")]
    [InlineData("::: claim M1 refuted|```csharp|throw new InvalidOperationException();  // throws InvalidOperationException|```|:::")]
    [InlineData("::: claim M1 refuted|```csharp|var c = 3;|c  // => 3|```|:::")]
    [InlineData("::: note|Text.|:::")]
    public Task ClaimsAsync(string lines, string id = "DOC0106") => FindsAsync(id, lines);

    /// <summary>Comments in prose that resemble a value.</summary>
    [Theory]
    [InlineData("It is 3«<!-- =» 1 + 1 -->.")]
    [InlineData("It is 3«<!-=» 1 + 1 -->.")]
    [InlineData("It is 3«<!--==» 1 + 1 -->.")]
    [InlineData("It is 3«<!---=» 1 + 1 -->.")]
    [InlineData("It is 3«<!--:=» 1 + 1 -->.")]
    [InlineData("«<!--=» 1 + 1 -->")]
    [InlineData("It is 3<!--= «Console.Write(1)» -->.")]
    [InlineData("It is 3<!--= «Main» -->.", "DOC0301")]
    [InlineData("It is 2«<!-- =» -->.")]
    [InlineData("It is 2<!-- a = b -->.")]
    [InlineData("It is 2<!--= 1 + 1 -->.")]
    [InlineData("It is 2<!--= «new Func<int>(() => { Console.Write(1); return 2; })()» -->.", "DOC0206")]
    public Task ProseAsync(string lines, string id = "DOC0109") => FindsAsync(id, lines);

    /// <summary>Statements that no run is held against.</summary>
    [Theory]
    [InlineData("```csharp era=A|1  // => A: 1; «B2»: 99|```", "DOC0108")]
    [InlineData("```csharp|1  // => C3: 1; «A», «B2»: 99|```", "DOC0108 DOC0108")]
    [InlineData("```csharp eras=A,B2|1  // => A: 1; «A»: 2; B2: 1|```", "DOC0102")]
    [InlineData("```csharp compile|var v = 2;  «// => 3»|```", "DOC0118")]
    [InlineData("```csharp compile|throw new Exception();  «// throws Exception»|```", "DOC0118")]
    [InlineData("```csharp fails=CS0029|int a = \"\";|var v = 2;  «// => 3»|```", "DOC0118")]
    [InlineData("```csharp fails=«CS0103»|var a = 1;|a.ToString();  «// => x»|```", "DOC0303 DOC0118")]
    [InlineData("```csharp|1 + 1  // => «x»|```", "DOC0201")]
    [InlineData("```csharp|1 + 1  // => «\"2\"»|```", "DOC0201")]
    [InlineData("```csharp|1 + 1  // => «)»|```", "DOC0201")]
    [InlineData("```csharp|var a = 2;|a  // => «a»|```", "DOC0119")]
    [InlineData("```csharp|if (era > 0) throw new Exception(\"a\");  // throws Exception: a|new List<int>().First();  «// throws Exception: b»|```", "DOC0116")]
    [InlineData("```csharp fails=CS0029|  int a = \"text\";|  //      ^^^^^^ error CS0029|```", "")]
    [InlineData("```csharp fails=CS0029|  int a = \"text\";|  //     «^^^^^^» error CS0029|```", "DOC0303")]
    [InlineData("```csharp fails=CS0029|  int a = \"text\";|  //      «^^^» error CS0029|```", "DOC0303")]
    public Task UnmetAsync(string lines, string ids) => FindsAsync(ids, lines);

    /// <summary>What reaches past a block, at the word that does.</summary>
    [Theory]
    [InlineData("System.Diagnostics.«Process».Start(\"true\");")]
    [InlineData("using System.Diagnostics;|_ = 1;|foreach (var one in «Process».GetProcesses()) Console.WriteLine(one);")]
    [InlineData("var client = new «HttpClient»();")]
    [InlineData("«HttpClient» client = new();")]
    [InlineData("using System.Runtime.InteropServices;|[DllImport(\"libc\")] static extern int «getpid»();")]
    [InlineData("var address = System.Net.«Dns».GetHostName();")]
    [InlineData("System.Reflection.Assembly.«Load»(\"a\");")]
    [InlineData("AppDomain.CurrentDomain.«ProcessExit» += (_, _) => { };")]
    [InlineData("ThreadPool.«SetMaxThreads»(9, 9);")]
    [InlineData("class «Last» { ~Last() { } }")]
    [InlineData("var p = System.Runtime.InteropServices.«Marshal».AllocHGlobal(1);")]
    [InlineData("var t = typeof(System.Reflection.Emit.«AssemblyBuilder»);")]
    [InlineData("dynamic d = 1;|int[] a = [1, 2];|record R(int X);|var f = new R(1) with { X = 2 };|ImmutableArrays();|void ImmutableArrays() { System.Collections.Immutable.ImmutableArray<int> i = [1]; foreach (var x in i) lock (f) _ = $\"{x}\"; }", "")]
    [InlineData("await foreach (var x in Numbers()) _ = x;|async IAsyncEnumerable<int> Numbers() { await Task.Yield(); yield return 1; }", "")]
    [InlineData("File.WriteAllText(\"a\", \"\");|_ = System.Text.Json.JsonSerializer.Serialize(new { A = 1 });|_ = System.Text.RegularExpressions.Regex.IsMatch(\"\", \"\");", "")]
    public Task RefusedAsync(string code, string id = "DOC0805") => FindsAsync(id, $"```csharp|{code}|```");

    private async Task FindsAsync(string ids, string lines)
    {
        var page = new MarkedPage();
        var isFound = lines.Contains('«', StringComparison.Ordinal) && ids.Length > 0;
        page.Add(isFound ? ids : "", isFound ? lines : lines.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal), new MarkedPage.Place());
        var result = await folders.AgainAsync("page.md", page.Bytes);
        Assert.True(page.Expected().SequenceEqual(MarkedPage.Found(result)), $"expected:\n{string.Join('\n', page.Expected())}\n\nfound:\n{result.Report}");
    }
}
