extern alias worker;

using System.Globalization;
using System.Runtime.InteropServices;
using RunningStatements = worker::Docsite.Protocol.RunningStatements;

namespace Docsite.Tests.Execution;

public sealed class RunningStatementsTests : IDisposable
{
    private readonly nint _memory = Marshal.AllocHGlobal(RunningStatements.Bytes);

    public void Dispose() => Marshal.FreeHGlobal(_memory);

    /// <summary>In each line, "3@1" is statement 3 that begins inside one other, "~1" one at that depth that goes on, "top" a top-level one and "half" the second half of the time.</summary>
    [Theory]
    [InlineData("", "", "")]
    [InlineData("0@0 1@1 2@2", "0 1 2", "0 1 2")]
    [InlineData("0@0 1@1 2@2 3@1", "0 3", "0 3")]
    [InlineData("0@0 1@1 ~0", "0", "0")]
    [InlineData("0@0 1@1 top", "", "")]
    // What was repeated in the first half alone lasts.
    [InlineData("0@0 1@1 2@1 1@1 2@1 half", "0 2", "0 2")]
    [InlineData("0@0 1@1 2@1 half 1@1", "0 1", "0 1")]
    // A loop turns in the second half.
    [InlineData("0@0 1@1 half 1@1 1@1", "0 1", "0")]
    [InlineData("0@0 1@1 2@1 half 1@1 2@1 1@1 2@1", "0 2", "0")]
    [InlineData("0@0 half 1@1 2@1 ~0 1@1", "0 1", "0")]
    [InlineData("half 0@0 1@1 2@1 1@1 2@1", "0 2", "0")]
    // What begins late, one after the other, is repeated by nothing.
    [InlineData("0@0 half 1@1 2@1 3@1", "0 3", "0 3")]
    [InlineData("half 0@0 1@1 2@2 3@1 4@2", "0 3 4", "0 3 4")]
    // An inner loop that is entered again and again is not what lasts; one that is entered late and turns is.
    [InlineData("0@0 half 1@1 2@2 2@2 1@1 2@2", "0 1 2", "0")]
    [InlineData("0@0 half 1@1 2@1 3@2 3@2 3@2", "0 2 3", "0 2")]
    // Another statement's repetitions are over when it is.
    [InlineData("half 0@0 1@1 1@1 2@0 3@1", "2 3", "2 3")]
    [InlineData("half 0@0 0@0 top 1@0", "1", "1")]
    public void WhatLastsIsRepeatedByNothing(string told, string all, string lasting)
    {
        var running = new RunningStatements(_memory);
        running.Reset();
        foreach (var word in told.Split(' ', StringSplitOptions.RemoveEmptyEntries)) Tell(running, word);
        Assert.Equal((all, lasting), (string.Join(' ', running.All()), string.Join(' ', running.Lasting())));
    }

    [Fact]
    public void ADeepRecursionKeepsItsOutermostCalls()
    {
        var running = new RunningStatements(_memory);
        running.Reset();
        for (var depth = 0; depth < 100_000; depth++) running.Begin(depth, depth);
        Assert.Equal(Enumerable.Range(0, 4096), running.All());
        running.Begin(7, 1);
        Assert.Equal([0, 7], running.All());
    }

    [Fact]
    public void ABlockForgetsTheOneBefore()
    {
        var running = new RunningStatements(_memory);
        running.Reset();
        foreach (var word in "half 0@0 0@0".Split(' ')) Tell(running, word);
        running.Reset();
        foreach (var word in "0@0 0@0".Split(' ')) Tell(running, word);
        Assert.Equal([0], running.Lasting());
    }

    private void Tell(RunningStatements running, string word)
    {
        if (word == "half") Marshal.WriteInt32(_memory, RunningStatements.IsLateAt, 1);
        else if (word == "top") running.BeginTop();
        else if (word[0] == '~') running.Count = Number(word[1..]) + 1;
        else running.Begin(Number(word[..word.IndexOf('@', StringComparison.Ordinal)]), Number(word[(word.IndexOf('@', StringComparison.Ordinal) + 1)..]));
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
