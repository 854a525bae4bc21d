#if MUTATION
using System.Reflection;
using System.Runtime.CompilerServices;

namespace LinuxMm.Tests.Mutants;

/// <summary>Makes what a process makes once before anything is broken: one process tries many mutants, and none may be found in what an earlier one left.</summary>
internal static class WholeStatics
{
    // Stryker adds this type to the model. While it captures coverage, no mutant is active.
    [ModuleInitializer]
    internal static void Make()
    {
        var model = typeof(Machine).Assembly;
        var capture = model.GetTypes().SingleOrDefault(type => type.Name == "MutantControl")?.GetField("CaptureCoverage", BindingFlags.Public | BindingFlags.Static);
        var wasCapturing = capture?.GetValue(null);
        capture?.SetValue(null, true);
        // The tests keep what the model gave them, too.
        foreach (var type in model.GetTypes().Concat(typeof(WholeStatics).Assembly.GetTypes()).Where(type => !type.ContainsGenericParameters))
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        }

        capture?.SetValue(null, wasCapturing);
    }
}
#endif
