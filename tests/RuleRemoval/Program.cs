using RuleRemoval;

// Arguments: the names of the rules to take out; all without any. Exit code 1 when a page that explains a rule does not
// notice that it is gone, 2 for a name that no rule has.
var unknown = args.Except(Rules.All.Select(rule => rule.Name)).ToList();
if (unknown.Count > 0)
{
    Console.Error.WriteLine($"No rule is called {string.Join(" or ", unknown)}. There are {string.Join(", ", Rules.All.Select(rule => rule.Name))}.");
    return 2;
}

using var copy = new RepositoryCopy();
if (copy.Failing() is [_, ..] broken)
{
    Console.Error.WriteLine($"Pages fail with all rules in place: {string.Join(", ", broken)}. Mend them first: dotnet cake --target=Verify");
    return 1;
}

var unnoticed = 0;
foreach (var rule in Rules.All.Where(rule => args.Length == 0 || args.Contains(rule.Name)))
{
    var failing = copy.FailingWithout(rule);
    var blind = rule.ExplainedOn.Except(failing).ToList();
    var others = failing.Except(rule.ExplainedOn).ToList();
    Console.WriteLine($"{(blind.Count == 0 ? "noticed  " : "UNNOTICED")} {rule.Name}: {rule.Says}");
    Console.WriteLine($"          explained on and failing: {Listed(rule.ExplainedOn.Intersect(failing))}");
    if (blind.Count > 0) Console.WriteLine($"          explained on and blind:   {Listed(blind)}");
    Console.WriteLine($"          failing too:              {Listed(others)}");
    unnoticed += blind.Count == 0 ? 0 : 1;
}

Console.WriteLine(unnoticed == 0 ? "Every rule is noticed where it is explained." : $"{unnoticed} rules are missed on pages that explain them: make these pages run the rule.");
return unnoticed == 0 ? 0 : 1;

static string Listed(IEnumerable<string> pages) => string.Join(", ", pages) is { Length: > 0 } list ? list : "none";
