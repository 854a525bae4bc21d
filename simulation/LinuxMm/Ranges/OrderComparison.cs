namespace LinuxMm;

/// <summary>Does it matter whether get_vaddr_frames() pins first or follows first? All layouts of a few pages, by exhaustion.</summary>
/// <param name="Pages">How many pages each layout has.</param>
/// <param name="Layouts">How many layouts there are.</param>
/// <param name="Different">In how many the frames differ that are handed out, or the promise that comes with them.</param>
/// <param name="DifferentErrors">In how many both fail, with another errno.</param>
/// <param name="Smallest">The first layout with different frames, or null: then the order never matters.</param>
[ModelOnly("A kernel has one way.")]
public sealed record OrderComparison(int Pages, long Layouts, long Different, long DifferentErrors, LayoutDifference? Smallest)
{
    private const int MostPages = 4;
    private static readonly VirtualAddress Start = new(0x10000);
    private static readonly MachineOptions Bare = new() { IsTracing = false, ChecksInvariants = false };

    /// <summary>Tries all layouts of 1 to some pages, shortest first.</summary>
    /// <param name="era">By whose rules for everything else, such as follow_pfn() itself.</param>
    /// <param name="pages">1 to 4: each further page makes it nineteen times as many.</param>
    public static SnapshotList<OrderComparison> Run(KernelEra era, int pages = 3)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pages, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pages, MostPages);
        var pinFirst = era with { FrameVectors = FrameVectorPolicy.PinThenFollow };
        var followFirst = era with { FrameVectors = FrameVectorPolicy.FollowThenPin };
        var kinds = PageKinds.All.Where(kind => kind.Letter != 'k' || era.UserPages.SecretMemory != SecretMemoryRule.DoesNotExist).ToList();
        return [.. Enumerable.Range(1, pages).Select(length => Compare(kinds, length, pinFirst, followFirst))];
    }

    /// <summary>The counts, and the smallest difference if there is one.</summary>
    public override string ToString() => $"{Pages} {(Pages == 1 ? "page" : "pages")}: {Different} of {Layouts} layouts differ, {DifferentErrors} more only in the error{(Smallest is null ? "" : $"; the first is {Smallest}")}";

    private static OrderComparison Compare(List<PageKind> kinds, int length, KernelEra pinFirst, KernelEra followFirst)
    {
        var layout = new PageKind[length];
        long layouts = 0;
        long different = 0;
        long errors = 0;
        LayoutDifference? smallest = null;
        Fill(0);
        return new OrderComparison(length, layouts, different, errors, smallest);

        void Fill(int place)
        {
            if (place < length)
            {
                foreach (var kind in kinds)
                {
                    layout[place] = kind;
                    Fill(place + 1);
                }

                return;
            }

            layouts++;
            var (first, second) = (ResultOf(layout, pinFirst), ResultOf(layout, followFirst));
            if (first.Errno is not null && second.Errno is not null)
            {
                errors += first == second ? 0 : 1;
            }
            else if (first != second)
            {
                different++;
                smallest ??= new LayoutDifference(string.Concat(layout.Select(kind => kind.Letter)), $"{first}", $"{second}");
            }
        }
    }

    private static FillResult ResultOf(PageKind[] layout, KernelEra era)
    {
        var machine = new Machine(era, Bare);
        var app = machine.CreateProcess("app");
        var gpu = machine.AddDriver("gpu");
        for (var i = 0; i < layout.Length; i++)
        {
            layout[i].Map(app, gpu, Start.Page(i));
        }

        var vector = machine.CreateFrameVector("frames", layout.Length);
        var result = app.GetVaddrFrames(Start, layout.Length, vector);
        return new FillResult(result.Errno, result.IsSuccess ? result.Value : 0, vector.State);
    }

    private readonly record struct FillResult(Errno? Errno, int Frames, FrameVectorState State)
    {
        public override string ToString() => Errno is { } error ? $"-{error}" : $"{Frames} {State}";
    }
}
