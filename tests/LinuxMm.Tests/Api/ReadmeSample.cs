using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using TestSupport;

namespace LinuxMm.Tests.Api;

/// <summary>The first sample of the model's README is compiled and run, and what its comments promise is compared.</summary>
public sealed class ReadmeSample
{
    private const string Promise = "// => ";

    [Fact]
    public async Task GivesWhatItPromises()
    {
        var text = await File.ReadAllTextAsync(Repository.PathOf("simulation", "LinuxMm", "README.md"), TestContext.Current.CancellationToken);
        var sample = text.Split("```csharp\n")[1].Split("```")[0].Split('\n');
        Assert.Contains(sample, line => line.Contains(Promise, StringComparison.Ordinal));

        var options = ScriptOptions.Default.WithReferences(typeof(Machine).Assembly).WithImports("System", "System.Collections.Generic", "System.Linq", "LinuxMm");
        var state = await CSharpScript.RunAsync("", options, cancellationToken: TestContext.Current.CancellationToken);
        foreach (var line in sample)
        {
            var parts = line.Split(Promise);
            if (parts.Length == 1)
            {
                state = await state.ContinueWithAsync(line, cancellationToken: TestContext.Current.CancellationToken);
                continue;
            }

            state = await state.ContinueWithAsync<object>(parts[0], cancellationToken: TestContext.Current.CancellationToken);
            var given = state.ReturnValue;
            state = await state.ContinueWithAsync<object>(parts[1], cancellationToken: TestContext.Current.CancellationToken);
            Assert.True($"{given}" == $"{state.ReturnValue}", $"{line.Trim()}\nwas {given}");
        }
    }
}
