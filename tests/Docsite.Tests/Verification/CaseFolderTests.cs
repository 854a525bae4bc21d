using System.Reflection;
using Docsite.Diagnostics;
using TestSupport;

namespace Docsite.Tests.Verification;

/// <summary>
/// Each folder below <c>Cases</c> is a test: <c>page.md</c>, or <c>example.cs</c>, goes through all steps, its report is
/// <c>expected.diagnostics.txt</c>, and the file with all edits is <c>expected.accepted.md</c> or <c>.cs</c>, where there are any.
/// </summary>
public sealed class CaseFolderTests(CaseFolders folders) : IClassFixture<CaseFolders>
{
    public static TheoryData<string> Folders() => [.. CaseFolders.Names];

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task ThePageIsReportedAndMended(string folder)
    {
        var result = await folders.ResultAsync(folder);
        Golden.Compare(Path.Combine(CaseFolders.Root, folder, "expected.diagnostics.txt"), result.Report);
        var accepted = Path.Combine(CaseFolders.Root, folder, "expected.accepted" + Path.GetExtension(CaseFolders.FileOf(folder)));
        if (result.Accepted is not { } content)
        {
            Assert.False(File.Exists(accepted), $"{accepted} is used by no test.");
            return;
        }
        Golden.Compare(accepted, content);
        var again = await folders.AgainAsync(CaseFolders.FileOf(folder), content);
        Assert.Equal("", string.Concat(again.Findings.Where(finding => !finding.Edits.IsEmpty).Select(TextReport.Of)));
        var mendable = result.Findings.Count(finding => !finding.Edits.IsEmpty);
        Assert.True(again.Findings.Length <= result.Findings.Length - mendable, $"Accepting made findings:\n{again.Report}");
    }

    [Fact]
    public async Task EveryIdOfTheseStepsIsRaisedByAFolder()
    {
        var results = await Task.WhenAll(CaseFolders.Names.Select(folders.ResultAsync));
        var raised = results.SelectMany(result => result.Findings).Select(finding => finding.Id).ToHashSet();
        var own = typeof(DiagnosticIds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).Where(IsOfTheseSteps);
        Assert.Equal([], own.Where(id => !raised.Contains(id)));
    }

    [Fact]
    public void EveryIdIsDocumentedAndUnique()
    {
        var documentation = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Docsite.xml"));
        var fields = typeof(DiagnosticIds).GetFields(BindingFlags.Public | BindingFlags.Static);
        Assert.Equal([], fields.Where(field => !documentation.Contains($"\"F:Docsite.Diagnostics.DiagnosticIds.{field.Name}\">", StringComparison.Ordinal)).Select(field => field.Name));
        Assert.Equal(fields.Length, fields.Select(field => field.GetRawConstantValue()).Distinct().Count());
    }

    [Fact]
    public void EveryExpectedFileBelongsToACase()
    {
        var known = new[] { "page.md", "example.cs", "expected.diagnostics.txt", "expected.accepted.md", "expected.accepted.cs" };
        Assert.Equal([], Directory.EnumerateFiles(CaseFolders.Root, "*", SearchOption.AllDirectories).Where(file => !known.Contains(Path.GetFileName(file))));
    }

    /// <summary>Groups 01 to 05; ids from 50 on in a group are those of other steps, and what a variant lacks is found in the settings, on no page.</summary>
    private static bool IsOfTheseSteps(string id) => id[3..5] is "01" or "02" or "03" or "04" or "05" && string.CompareOrdinal(id[5..], "50") < 0 && id != DiagnosticIds.VariantFailed;
}
