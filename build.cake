// Thin names for the commands of the project; the work is done by dotnet and by the docsite tool.
//   dotnet cake                          build, verify and write the site (--host=example.org for a feed and a site map)
//   dotnet cake --target=Verify          verify the pages, write nothing
//   dotnet cake --target=Accept          write what the blocks really gave into the pages (--id=page#block for one)
//   dotnet cake --target=Preview         serve the site, rebuild on save
//   dotnet cake --target=Matrix          print what every era answers for every kind of range (--eras="B2 C3" for some)
//   dotnet cake --target=Mutate          break the model in hundreds of ways and see which of them the tests notice (22 minutes of processor time)
//   dotnet cake --target=Rules           take rules out of the model one by one and see which pages notice (half an hour; --rules="a b" for some)
//   dotnet cake --target=Bench           measure the promises about the tool's speed (--bench="--filter *" for every benchmark)
//   dotnet cake --target=Pack            make packages of the tool, of what a shown value offers and of the blocks as tests (--systems="linux-x64;win-x64")
//   dotnet cake --target=Lighthouse      100/100/100/100 on five kinds of pages (needs Node and a Chromium)
//   dotnet cake --target=Search          how long the search takes for the queries of its tests (needs Node)
//   dotnet cake --target=Validate        the W3C's checker over every page (needs Node and Java)
//   dotnet cake --target=Test|Format|Prose|Publish

var target = Argument("target", "Default");
var id = Argument("id", "");
var host = Argument("host", "");
var eras = Argument("eras", "");
var rules = Argument("rules", "");
var files = Argument("files", "");
var systems = Argument("systems", System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier);
var bench = Argument("bench", "bars artifacts/publish/docsite/Docsite.Cli.dll");

Task("Build").Does(() => DotNetBuild("docsite/Docsite.Cli", new DotNetBuildSettings
{
    Configuration = "Release",
    Verbosity = DotNetVerbosity.Quiet,
    NoLogo = true,
    // The analyzers have their say in `dotnet test`; a reader's first build need not wait for them.
    MSBuildSettings = new DotNetMSBuildSettings().WithProperty("RunAnalyzersDuringBuild", "false"),
}));

Task("Default").IsDependentOn("Build").Does(() => Docsite(host == "" ? "build" : $"build --host \"{host}\""));

Task("Verify").IsDependentOn("Build").Does(() => Docsite("verify"));

Task("Accept").IsDependentOn("Build").Does(() => Docsite(id == "" ? "verify --accept" : $"verify --accept --id \"{id}\""));

Task("Preview").IsDependentOn("Build").Does(() => Docsite("preview"));

Task("Test").Does(() => Run("dotnet", "test"));

Task("Format").Does(() => DotNetFormat("FrameVectors.slnx"));

Task("Matrix").Does(() => Run("dotnet", $"run --project tests/Matrix -c Release -- {eras}"));

// What survives is compared with tests/LinuxMm.Tests/Mutants/survivors.yaml; --files="**/GrabPage.cs" breaks only some files.
Task("Mutate").Does(() =>
{
    RunIn("tests/LinuxMm.Tests", "dotnet", "stryker -O ../../artifacts/mutation" + (files == "" ? "" : $" -m \"{files}\""));
    Run("dotnet", "run --project tests/Mutants -c Release -- artifacts/mutation/reports/mutation-report.json tests/LinuxMm.Tests/Mutants/survivors.yaml");
});

Task("Rules").Does(() => Run("dotnet", $"run --project tests/RuleRemoval -c Release -- {rules}"));

// Spelling of pages, examples and guides; words of the subject stand in .config/cspell.json. Needs npm.
Task("Prose").Does(() => Run("npx", "--yes cspell@9.8.0 lint --config .config/cspell.json --no-progress --show-suggestions content examples README.md CONTRIBUTING.md simulation/LinuxMm/README.md"));

// Native code beside the tool's IL: what is installed starts faster than what a build leaves behind, and takes longer to make.
Task("Publish").Does(() => Run("dotnet", "publish docsite/Docsite.Cli -c Release -v q -nologo -p:RunAnalyzersDuringBuild=false -p:PublishReadyToRun=true --use-current-runtime --self-contained false -o artifacts/publish/docsite"));

Task("Bench").IsDependentOn("Publish").Does(() => Run("dotnet", $"run --project tests/Benchmarks -c Release -- {bench}"));

// The tool is native code for the systems that are named, and a package of IL, which starts more slowly, for all others.
Task("Pack").Does(() =>
{
    foreach (var project in new[] { "Docsite.Display", "Docsite", "Docsite.Worker", "Docsite.Xunit" }) Run("dotnet", $"pack docsite/{project} -c Release -v q -nologo -o artifacts/packages");
    Run("dotnet", $"pack docsite/Docsite.Cli -c Release -v q -nologo -p:RunAnalyzersDuringBuild=false \"-p:RuntimeIdentifiers=\\\"{systems};any\\\"\" -o artifacts/packages");
});

Task("QualityTools").Does(() => RunIn("tests/Quality", "npm", "ci --ignore-scripts --no-audit --no-fund"));

Task("Lighthouse").IsDependentOn("Default").IsDependentOn("QualityTools").Does(() => RunIn("tests/Quality", "node", "lighthouse.mjs ../../artifacts/site"));

Task("Search").IsDependentOn("Default").Does(() => RunIn("tests/Quality", "node", "search.mjs ../../artifacts/site"));

Task("Validate").IsDependentOn("Default").IsDependentOn("QualityTools").Does(() =>
    RunIn("tests/Quality", "java", "-jar node_modules/vnu-jar/build/dist/vnu.jar --skip-non-html --errors-only ../../artifacts/site"));

RunTarget(target);

void Docsite(string arguments) => Run("dotnet", "artifacts/bin/Docsite.Cli/release/Docsite.Cli.dll " + arguments);

void Run(string command, string arguments) => RunIn(".", command, arguments);

void RunIn(string folder, string command, string arguments)
{
    var exit = StartProcess(command, new ProcessSettings { Arguments = arguments, WorkingDirectory = folder });
    if (exit != 0) throw new CakeException(exit, $"{command} {arguments} ended with exit code {exit}.");
}
