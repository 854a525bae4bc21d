using System.Reflection;
using System.Runtime.CompilerServices;
using PublicApiGenerator;
using TestSupport;

namespace LinuxMm.Tests.Api;

public sealed class PublicSurface
{
    private static readonly ApiGeneratorOptions Options = new()
    {
        IncludeAssemblyAttributes = false,
        ExcludeAttributes = [typeof(LinuxSourceAttribute).FullName!, typeof(ModelOnlyAttribute).FullName!, typeof(MainlineAttribute).FullName!, typeof(CollectionBuilderAttribute).FullName!],
    };

    [Fact]
    public void IsAsApproved() => Golden.Verify(typeof(Machine).Assembly.GeneratePublicApi(Options), "PublicSurface");

    [Fact]
    public void EveryTypeAndMemberNamesItsKernelSourceOrSaysThatThereIsNone()
    {
        var without = typeof(Machine).Assembly.GetExportedTypes().SelectMany(Unsourced).Order().ToList();
        Assert.Empty(without);
    }

    [Fact]
    public void EverySourceSaysSinceWhen()
    {
        var undated = typeof(Machine).Assembly.GetTypes()
            .SelectMany(type => type.GetMembers(Declared).Append(type))
            .SelectMany(member => member.GetCustomAttributes<LinuxSourceAttribute>().Select(source => (member, source)))
            .Where(pair => pair.source.Tag is null && pair.source.Commit is null)
            .Select(pair => $"{pair.member.DeclaringType?.Name}.{pair.member.Name}");
        Assert.Empty(undated);
    }

    /// <summary>Each Linux name and ours, from the attributes: the map for readers who know the kernel.</summary>
    [Fact]
    public void TheMapOfNamesIsAsApproved()
    {
        var lines = typeof(Machine).Assembly.GetExportedTypes().SelectMany(type => type.GetMembers(Declared).Append(type))
            .SelectMany(member => member.GetCustomAttributes<LinuxSourceAttribute>().Select(source => $"{source.File} {source.Symbol} ({source.Tag ?? source.Commit}) is {NameOf(member)}"))
            .Distinct().Order(StringComparer.Ordinal);
        Golden.Verify(string.Join('\n', lines), "LinuxNames");
    }

    private static string NameOf(MemberInfo member) => member is Type ? member.Name : $"{member.DeclaringType!.Name}.{member.Name}";

    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static IEnumerable<string> Unsourced(Type type)
    {
        if (!IsSourced(type) && !IsModelOnly(type))
        {
            yield return type.Name;
        }

        // Enumerations are sourced as a whole; what is the model's own speaks for its members.
        if (type.IsEnum || IsModelOnly(type) || !IsSourced(type))
        {
            yield break;
        }

        foreach (var member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(IsWritten))
        {
            if (!IsSourced(member))
            {
                yield return $"{type.Name}.{member.Name}";
            }
        }
    }

    private static bool IsWritten(MemberInfo member) => member switch
    {
        MethodInfo method => !method.IsSpecialName && !IsGenerated(method) || method.Name.StartsWith("op_", StringComparison.Ordinal) && !IsGenerated(method),
        PropertyInfo property => property.Name != "EqualityContract",
        FieldInfo or EventInfo => true,
        _ => false,
    };

    private static bool IsGenerated(MemberInfo member) => member.IsDefined(typeof(CompilerGeneratedAttribute)) || member.Name is "Deconstruct" or "<Clone>$";

    private static bool IsSourced(MemberInfo member) => member.IsDefined(typeof(LinuxSourceAttribute)) || member.IsDefined(typeof(ModelOnlyAttribute));

    private static bool IsModelOnly(Type type) => type.IsDefined(typeof(ModelOnlyAttribute)) || (type.DeclaringType is { } outer && IsModelOnly(outer));
}
