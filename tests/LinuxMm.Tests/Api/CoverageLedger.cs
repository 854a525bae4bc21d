using System.Reflection;
using YamlDotNet.Serialization;

namespace LinuxMm.Tests.Api;

public sealed class CoverageLedger
{
    private static readonly IReadOnlyList<Dictionary<string, object>> Entries =
        new DeserializerBuilder().Build().Deserialize<List<Dictionary<string, object>>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "coverage.yaml")));

    [Fact]
    public void NamesTypesThatExist() => Assert.Empty(Entries.SelectMany(Types).Except(typeof(Machine).Assembly.GetExportedTypes().Select(type => type.Name)));

    /// <summary>Whatever claims to follow the kernel stands in the ledger; rules and choices stand in the eras themselves.</summary>
    [Fact]
    public void NamesEveryTypeThatFollowsTheKernel()
    {
        var claiming = typeof(Machine).Assembly.GetExportedTypes()
            .Where(type => type.GetCustomAttributes<LinuxSourceAttribute>().Any() && !type.Name.EndsWith("Rule", StringComparison.Ordinal))
            .Select(type => type.Name);
        Assert.Empty(claiming.Except(Entries.SelectMany(Types)));
    }

    [Fact]
    public void GivesAReasonForWhatIsNotAsInTheKernel()
    {
        Assert.All(Entries, entry => Assert.Contains(Text(entry, "status"), new[] { "modelled", "simplified", "left-out" }));
        Assert.All(Entries.Where(entry => Text(entry, "status") != "modelled"), entry => Assert.NotEqual("", Text(entry, "reason")));
        Assert.All(Entries.Where(entry => Text(entry, "status") == "left-out"), entry => Assert.Empty(Types(entry)));
    }

    private static string Text(Dictionary<string, object> entry, string key) => (string)entry[key];

    private static IEnumerable<string> Types(Dictionary<string, object> entry) => ((List<object>)entry["types"]).Cast<string>();
}
