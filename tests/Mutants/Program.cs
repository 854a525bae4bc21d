using Mutants;

// Arguments: Stryker's report and the list of survivors. Exit code 1 for survivors without a reason, reasons without a survivor, and too low a score.
if (args is not [var report, var list])
{
    Console.Error.WriteLine("Two files are wanted: Stryker's mutation-report.json and the list of survivors.");
    return 2;
}

const double LeastPercent = 85;
var run = MutationReport.Read(report);
var known = SurvivorList.Read(list).Where(survivor => run.TestedFiles.Contains(survivor.File)).ToList();
var unexplained = Without(run.Survivors, known);
var undecided = known.Where(run.TimedOut.Contains).ToList();
var gone = Without(Without(known, run.Survivors), undecided);

Console.WriteLine($"{run.Killed} killed, {run.Survivors.Count} survived: {run.Percent:F1} %, at least {LeastPercent} are wanted. {run.TimedOut.Count} ran out of time and count as neither.");
foreach (var mutant in run.TimedOut)
{
    Console.WriteLine($"  ran out of time{(undecided.Contains(mutant) ? ", listed as a survivor and not decided by this run" : "")}: {mutant}");
}

foreach (var survivor in unexplained)
{
    Console.WriteLine($"{survivor.File}({survivor.Line}): {survivor.Member} survives without a reason: {survivor.Mutation}");
}

foreach (var survivor in gone)
{
    Console.WriteLine($"{list}: {survivor.File} {survivor.Member} is killed, take it out: {survivor.Mutation}");
}

if (unexplained.Count > 0)
{
    Console.WriteLine($"Write a test that fails for each, delete code that cannot matter, or add it to {list}:");
    Console.Write(SurvivorList.Entries(unexplained));
}

return run.Percent >= LeastPercent && unexplained.Count + gone.Count == 0 ? 0 : 1;

static List<Survivor> Without(IEnumerable<Survivor> from, IEnumerable<Survivor> what)
{
    var rest = from.ToList();
    foreach (var survivor in what)
    {
        rest.Remove(survivor);
    }

    return rest;
}
