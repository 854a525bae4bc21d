using System.Reflection;
using TestSupport;

namespace LinuxMm.Tests.Eras;

/// <summary>What the attributes say about releases and eras is what the releases and eras say.</summary>
public sealed class MainlineSpans
{
    // The first that is modelled, the last before an era or rule begins, and all since.
    private static readonly string[] Releases =
    [
        "4.3", "5.2", "5.3", "5.5", "5.6", "5.7", "5.8", "5.9", "5.10", "5.11", "5.12", "5.13", "5.14", "5.15", "5.16", "5.17", "5.18", "5.19", "6.0", "6.1", "6.2", "6.3", "6.4",
        "6.5", "6.6", "6.7", "6.8", "6.9", "6.10", "6.11", "6.12", "6.13", "6.14", "6.15", "6.16", "6.17", "6.18", "6.19", "7.0", "7.1", "7.2", "7.3",
    ];

    private static readonly List<(string Release, KernelEra Era)> Known = [.. Releases.Select(release => (release, KernelReleases.Find(release)))];

    private static readonly PropertyInfo[] Choices =
        [.. typeof(KernelEra).GetProperties().Where(one => one.Name is nameof(KernelEra.FrameVectors) or nameof(KernelEra.FollowPfn)), .. typeof(UserPagesRules).GetProperties()];

    [Fact]
    public void EveryRuleNamesTheReleasesThatFollowIt() =>
        Assert.Equal(Choices.SelectMany(Expected).Order(StringComparer.Ordinal), Choices.SelectMany(Stated).Order(StringComparer.Ordinal));

    /// <summary>The site's settings repeat the versions, for labels and for the index of names.</summary>
    [Fact]
    public void TheSettingsOfTheSiteAgreeWithTheEras()
    {
        var lines = File.ReadAllLines(Repository.PathOf("docsite.yml")).SkipWhile(line => line.Trim() != "Versions:").Skip(1).TakeWhile(line => line.Length > 0).Select(line => line.Trim().Replace("\"", "", StringComparison.Ordinal));
        Assert.Equal(KernelEras.All.Where(era => era.Origin == EraOrigin.Mainline).Select(era => $"{era.Name}: {era.Versions}"), lines);
    }

    [Fact]
    public void SymbolsAreBoundedByReleasesAndErasThatExist()
    {
        var bounds = typeof(Machine).Assembly.GetTypes().SelectMany(type => type.GetMembers(All).Append(type)).SelectMany(member => member.GetCustomAttributes<LinuxSourceAttribute>())
            .SelectMany(source => new[] { source.Since, source.Until }).OfType<string>().Distinct();
        Assert.Empty(bounds.Except(Releases.Select(release => $"v{release}")).Except(KernelEras.All.Select(era => era.Name)));
    }

    /// <summary>A symbol that has bounds has the same wherever it is named.</summary>
    [Fact]
    public void ASymbolIsBoundedAlikeEverywhere()
    {
        var bounds = typeof(Machine).Assembly.GetTypes().SelectMany(type => type.GetMembers(All).Append(type)).SelectMany(member => member.GetCustomAttributes<LinuxSourceAttribute>())
            .Select(source => (Symbol: source.Symbol.Split('(')[0], Bounds: $"{source.Since}-{source.Until}")).Distinct().GroupBy(one => one.Symbol);
        Assert.Empty(bounds.Where(group => group.Count() > 1).Select(group => $"{group.Key}: {string.Join(", ", group.Select(one => one.Bounds))}"));
    }

    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static IEnumerable<string> Expected(PropertyInfo choice)
    {
        var start = 0;
        for (var i = 1; i <= Known.Count; i++)
        {
            if (i < Known.Count && Value(choice, Known[i].Era).Equals(Value(choice, Known[start].Era))) continue;
            yield return $"{choice.PropertyType.Name}.{NameOf(choice, Value(choice, Known[start].Era))} {(IsShared(choice) ? choice.Name : "")} {Known[start].Release}-{(i == Known.Count ? "" : Known[i - 1].Release)}";
            start = i;
        }
    }

    private static IEnumerable<string> Stated(PropertyInfo choice) => Members(choice).SelectMany(member => member.GetCustomAttributes<MainlineAttribute>()
        .Where(mainline => !IsShared(choice) || mainline.For == choice.Name).Select(mainline => $"{choice.PropertyType.Name}.{member.Name} {mainline.For} {mainline.Since}-{mainline.Until}"));

    private static bool IsShared(PropertyInfo choice) => Choices.Count(other => other.PropertyType == choice.PropertyType) > 1;

    private static IEnumerable<MemberInfo> Members(PropertyInfo choice) => choice.PropertyType.GetMembers(BindingFlags.Public | BindingFlags.Static);

    private static object Value(PropertyInfo choice, KernelEra era) => choice.GetValue(choice.DeclaringType == typeof(KernelEra) ? era : era.UserPages)!;

    private static string NameOf(PropertyInfo choice, object value) => choice.PropertyType.IsEnum ? value.ToString()!
        : choice.PropertyType.GetProperties(BindingFlags.Public | BindingFlags.Static).Single(property => ReferenceEquals(property.GetValue(null), value)).Name;
}
