using System.CommandLine;

namespace Docsite.Cli.Commands;

internal static class DoctorCommand
{
    public static Command Create()
    {
        var options = new SiteOptions();
        var command = new Command("doctor", "Tells what this machine has of what the tool needs, what would be left out, and how to get it.");
        command.Options.Add(options.Root);
        command.SetAction(parsed => Run(parsed.GetValue(options.Root)!.FullName));
        return command;
    }

    private static int Run(string root)
    {
        var examined = Examination.Of(root);
        foreach (var one in examined)
        {
            Console.WriteLine($"{(one.Found is null ? one.IsRequired ? "missing" : "absent " : "ok     ")} {one.What}: {one.Found ?? one.Without}");
            if (one.Found is null) Console.WriteLine($"        get it: {one.Cure}");
        }
        return examined.Any(one => one is { IsRequired: true, Found: null }) ? ExitCode.Findings : ExitCode.Verified;
    }
}
