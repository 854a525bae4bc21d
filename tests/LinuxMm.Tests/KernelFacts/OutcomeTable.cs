namespace LinuxMm.Tests.KernelFacts;

/// <summary>One of the tables of outcomes.md: rows by range, columns by era.</summary>
internal sealed class OutcomeTable
{
    private OutcomeTable(IReadOnlyList<string> columns, IReadOnlyDictionary<string, IReadOnlyList<string>> rows)
    {
        Columns = columns;
        Rows = rows;
    }

    public static OutcomeTable GetVaddrFrames { get; } = Read(0);

    public static OutcomeTable Videobuf2 { get; } = Read(1);

    public IReadOnlyList<string> Columns { get; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Rows { get; }

    public string Cell(string row, string column) => Rows[row][Columns.ToList().IndexOf(column)];

    private static OutcomeTable Read(int index)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "KernelFacts", "outcomes.md"));
        var starts = Enumerable.Range(0, lines.Length).Where(i => lines[i].StartsWith("| range |", StringComparison.Ordinal) || lines[i].StartsWith("| range (", StringComparison.Ordinal)).ToList();
        var start = starts[index];
        var rows = lines.Skip(start + 2).TakeWhile(line => line.StartsWith('|')).Select(Cells).ToDictionary(cells => cells[0], cells => (IReadOnlyList<string>)cells[1..]);
        return new OutcomeTable(Cells(lines[start])[1..], rows);
    }

    private static List<string> Cells(string line) => [.. line.Trim('|', ' ').Split('|').Select(cell => cell.Trim())];
}
