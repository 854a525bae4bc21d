using System.Globalization;

namespace Docsite.Worker;

/// <summary>A culture that needs no data of the machine and writes numbers and dates unlike the invariant one.</summary>
internal static class OtherCulture
{
    /// <summary>Makes it that of the thread, and of all that is started from it.</summary>
    internal static void Enter() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Make();

    private static CultureInfo Make()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        var numbers = culture.NumberFormat;
        numbers.NumberDecimalSeparator = numbers.PercentDecimalSeparator = numbers.CurrencyDecimalSeparator = ",";
        numbers.NumberGroupSeparator = numbers.PercentGroupSeparator = numbers.CurrencyGroupSeparator = ".";
        numbers.CurrencySymbol = "Kr";
        numbers.NegativeSign = "\u2212";
        var dates = culture.DateTimeFormat;
        dates.DateSeparator = ".";
        dates.TimeSeparator = ".";
        dates.ShortDatePattern = "dd/MM yyyy";
        dates.LongDatePattern = "dddd d MMMM yyyy";
        dates.ShortTimePattern = "H:mm";
        dates.LongTimePattern = "H:mm:ss";
        dates.FirstDayOfWeek = DayOfWeek.Monday;
        dates.MonthNames = [.. dates.MonthNames.Select(name => name.ToUpperInvariant())];
        dates.DayNames = [.. dates.DayNames.Select(name => name.ToUpperInvariant())];
        return culture;
    }
}
