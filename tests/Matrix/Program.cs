using LinuxMm;

// Arguments: the names of the eras to show, all without any. Exit code 2 for a name that no era has.
var unknown = args.Except(KernelEras.All.Select(era => era.Name)).ToList();
if (unknown.Count > 0)
{
    Console.Error.WriteLine($"No era is called {string.Join(" or ", unknown)}. There are {string.Join(", ", KernelEras.All)}.");
    return 2;
}

Console.Write(EraMatrix.Run(KernelEras.All.Where(era => args.Length == 0 || args.Contains(era.Name))));
return 0;
