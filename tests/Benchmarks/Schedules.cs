using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Benchmarks;

/// <summary>Shows how many operations a second the median means: for <see cref="Explorations"/> an operation is a schedule.</summary>
public sealed class Schedules : ManualConfig
{
    private const double NanosecondsInASecond = 1e9;

    public Schedules()
    {
        AddColumn(StatisticColumn.Median, new PerSecond());
    }

    private sealed class PerSecond : IColumn
    {
        public string Id => nameof(PerSecond);

        public string ColumnName => "Schedules/s";

        public bool AlwaysShow => true;

        public ColumnCategory Category => ColumnCategory.Statistics;

        public int PriorityInCategory => 0;

        public bool IsNumeric => true;

        public UnitType UnitType => UnitType.Dimensionless;

        public string Legend => "Schedules covered a second, by the median";

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase) =>
            summary[benchmarkCase]?.ResultStatistics is { } statistics
                ? (NanosecondsInASecond / statistics.Median).ToString("N0", CultureInfo.InvariantCulture)
                : "-";

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

        public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

        public bool IsAvailable(Summary summary) => true;
    }
}
