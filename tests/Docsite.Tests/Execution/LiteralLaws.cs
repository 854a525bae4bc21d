using CsCheck;
using Docsite.Execution;

namespace Docsite.Tests.Execution;

/// <summary>What was found, written down as C# and stated, holds: for any value, not only for those in the tables.</summary>
public sealed class LiteralLaws(RunnerFixture fixture)
{
    private const int Many = 150;

    private static readonly Gen<string> Literals = Gen.OneOf(
        Gen.Int.Select(n => $"({n})"),
        Gen.Long.Select(n => $"({n}L)"),
        Gen.ULong.Select(n => $"{n}UL"),
        Gen.Byte.Select(n => $"(byte){n}"),
        Gen.Short.Select(n => $"(short)({n})"),
        Gen.Double.Select(n => $"BitConverter.Int64BitsToDouble({BitConverter.DoubleToInt64Bits(n)}L)"),
        Gen.Single.Select(n => $"BitConverter.Int32BitsToSingle({BitConverter.SingleToInt32Bits(n)})"),
        Gen.Decimal.Select(n => FormattableString.Invariant($"({n}m)")),
        Gen.Char.Select(c => $"(char){(int)c}"),
        Gen.Char.Array[0, 5].Select(text => $"new string(new char[] {{ {string.Join(", ", text.Select(c => $"(char){(int)c}"))} }})"),
        Gen.UInt.Select(n => $"(Access){n % 5}"),
        Gen.ULong.Select(n => $"new Coin({n}UL)"),
        Gen.Int.Select(n => $"(Outcome<int>)({n})"),
        Gen.Bool.Select(b => b ? "(int?)null" : "true"));

    private static readonly Gen<string> Values = Gen.OneOf(
        Literals,
        Literals.Select(one => $"new[] {{ {one} }}"),
        Literals.Select(one => $"new List<object> {{ {one} }}"),
        Gen.Select(Literals, Literals, (one, other) => $"({one}, {other})"),
        Literals.Select(one => $"(object){one}"),
        Literals.Select(one => $"new {{ A = {one} }}"));

    [Fact]
    public Task WhatIsWrittenDownHolds() => Values.Array[Many].SampleAsync(HoldsAsync, iter: 2, threads: 1);

    // One session for many values: a worker for each would cost more than the values.
    private async Task HoldsAsync(string[] values)
    {
        var found = (await fixture.RunAsync(SessionPage.Of(string.Join('\n', values.Select(value => value + " // =>")))))[0];
        Assert.DoesNotContain(found.Compiler, message => message.IsError);
        var literals = found.Values.Select(value => Assert.IsType<ValueOutcome.Differs>(value.Outcome).Literal).ToList();
        Assert.True(literals.Count(literal => literal is not null) > Many * 8 / 10);
        var stated = values.Zip(literals).Where(pair => pair.Second is not null).Select(pair => $"{pair.First} // => {pair.Second}");
        var again = (await fixture.RunAsync(SessionPage.Of(string.Join('\n', stated))))[0];
        Assert.Equal([], again.Compiler.Where(message => message.IsError).Select(message => $"{message.Location.Page.Text.Split('\n')[message.Location.Start.Line]}: {message.Text}"));
        Assert.Equal([], again.Values.Where(value => value.Outcome is not ValueOutcome.Matches).Select(value => $"{value.Expected.Text}: {value.Outcome}"));
    }
}
