using RuleRemoval;
using TestSupport;

namespace Architecture.Tests;

/// <summary>The rules that can be taken out of the model are still written as the program that takes them out expects.</summary>
public sealed class RemovableRuleTests
{
    public static TheoryData<string> Names => [.. Rules.All.Select(rule => rule.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Its_text_stands_once_in_its_file(string name)
    {
        var rule = Rules.All.Single(rule => rule.Name == name);
        Assert.Equal(2, File.ReadAllText(Repository.PathOf("simulation", "LinuxMm", rule.File)).Split(rule.With).Length);
    }

    [Theory, MemberData(nameof(Names))]
    public void The_pages_that_explain_it_exist(string name) =>
        Assert.Empty(Rules.All.Single(rule => rule.Name == name).ExplainedOn.Select(page => $"content/{page}.md").Except(Repository.Files));
}
