using System.Collections.Immutable;
using System.Diagnostics;
using System.IO.Pipes;
using System.Threading.Channels;
using Docsite.Protocol;
using Docsite.Settings;

namespace Docsite.Execution.Workers;

/// <summary>A running worker as the tool sees it.</summary>
internal sealed class Worker : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("docsite-");
    private readonly DirectoryInfo _work;
    private readonly Process _process;
    private readonly AnonymousPipeServerStream _commands;
    private readonly AnonymousPipeServerStream _answers;
    private readonly FlightRecorder _recorder;
    private readonly RawStream _output;
    private readonly RawStream _errors;
    private readonly Channel<FromWorker> _messages = Channel.CreateUnbounded<FromWorker>();
    private readonly Task _listening;
    private readonly Task _ended;
    private readonly Unfinished _unfinished;
    private volatile bool _isOverflowing;
    private bool _isStarted;

    /// <summary>Starts one.</summary>
    /// <param name="assemblies">Paths of the assemblies that blocks may load.</param>
    /// <param name="projects">Simple names of the site's own among them.</param>
    /// <param name="settings">How much memory it may take, and which cultures it knows.</param>
    /// <param name="surroundings">What blocks find around themselves.</param>
    internal Worker(ImmutableArray<string> assemblies, ImmutableArray<string> projects, SiteSettings settings, BlockSurroundings surroundings)
    {
        var recorder = Path.Combine(_folder.FullName, "recorder");
        var mark = $"\u001e{Guid.NewGuid():N}\u001e";
        _recorder = new FlightRecorder(recorder);
        _work = _folder.CreateSubdirectory(surroundings.HasOtherFolder ? "elsewhere/below" : "work");
        _process = WorkerProcess.Start(_work, settings, surroundings.HasOtherTimeZone ? OtherTimeZone.Write(_folder.FullName) : "UTC", out _commands, out _answers);
        _unfinished = Unfinished.Until(EndAtOnce);
        _output = new RawStream(_process.StandardOutput.BaseStream, mark, Overflow);
        _errors = new RawStream(_process.StandardError.BaseStream, mark, Overflow);
        _listening = Task.Factory.StartNew(Listen, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        _ended = WatchAsync();
        Send(new ToWorker.Prepare(recorder, [.. assemblies], mark) { HasOtherCulture = surroundings.HasOtherCulture, Projects = [.. projects] });
    }

    /// <summary>Whether it can run another block.</summary>
    internal bool IsAlive { get; private set; } = true;

    /// <summary>Begins a session.</summary>
    /// <param name="submissions">The largest number of blocks that can follow one another.</param>
    /// <param name="held">Names of the blocks whose late exits are held back.</param>
    internal void Begin(int submissions, IEnumerable<string> held) => Send(new ToWorker.Begin(submissions) { Held = [.. held] });

    /// <summary>Whether another session can begin here as it would in a new process.</summary>
    internal async Task<bool> ReleaseAsync(CancellationToken cancellation)
    {
        if (!IsAlive) return false;
        Send(new ToWorker.Release());
        var answer = await _messages.Reader.WaitToReadAsync(cancellation) ? await _messages.Reader.ReadAsync(cancellation) : null;
        return answer is FromWorker.Released { IsClean: true } && IsFolderEmptied();
    }

    /// <summary>Runs a block to its end, or to the worker's.</summary>
    internal async Task<BlockOutcome> RunAsync(ToWorker block, TimeSpan limit, CancellationToken cancellation) =>
        new NeutralPaths(_folder.FullName).In(await OutcomeAsync(block, limit, cancellation));

    private async Task<BlockOutcome> OutcomeAsync(ToWorker block, TimeSpan limit, CancellationToken cancellation)
    {
        _isStarted = false;
        Send(block);
        var heard = ImmutableArray.CreateBuilder<FromWorker>();
        var ended = await HearAsync(heard, limit, cancellation);
        if (ended is { } one && one.Message is { } last)
        {
            var raw = await _output.BlockAsync() + await _errors.BlockAsync();
            if (!_isOverflowing) return new BlockOutcome(heard.ToImmutable(), _recorder.Statement, _recorder.Output, raw) { Ended = last };
        }
        return await BuryAsync(heard, ended.IsTimedOut, limit);
    }

    public async ValueTask DisposeAsync()
    {
        IsAlive = false;
        WorkerProcess.End(_process);
        await _ended;
        await _commands.DisposeAsync();
        // While somebody reads, closing the pipe would wait for the reader, and the reader for whoever still holds the other end.
        if (_listening.IsCompleted) await _answers.DisposeAsync();
        else _ = _listening.ContinueWith(_ => _answers.Dispose(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        _process.Dispose();
        _recorder.Dispose();
        DeleteFolder();
        _unfinished.Dispose();
    }

    private void EndAtOnce()
    {
        WorkerProcess.End(_process);
        _ = _process.WaitForExit(TimeSpan.FromSeconds(1));
        DeleteFolder();
    }

    private async Task<(FromWorker.Ended? Message, bool IsTimedOut)> HearAsync(
        ImmutableArray<FromWorker>.Builder heard, TimeSpan limit, CancellationToken cancellation)
    {
        using var time = new BlockTime(_process, limit, _recorder.BeginSecondHalf);
        while (await time.WaitAsync(_messages.Reader, cancellation))
        {
            while (_messages.Reader.TryRead(out var message))
            {
                if (message is FromWorker.Ended { IsFollowed: false } ended) return (ended, false);
                if (message is FromWorker.Told) return (TakeEnd(heard), false);
                // The limit is the block's own: loading it does not count.
                if (message is FromWorker.Started)
                {
                    _isStarted = true;
                    time.Start();
                }
                else heard.Add(message);
                if (message is FromWorker.Escaped { Kind: EscapeKind.TooMuchOutput }) return default;
            }
        }
        return (null, time.IsUp);
    }

    private async Task<BlockOutcome> BuryAsync(
        ImmutableArray<FromWorker>.Builder heard, bool isTimedOut, TimeSpan limit)
    {
        IsAlive = false;
        var isOverflowing = _isOverflowing || heard.Any(one => one is FromWorker.Escaped { Kind: EscapeKind.TooMuchOutput });
        // A block can close the pipe and stay.
        if (!isTimedOut && !isOverflowing) _ = await Task.WhenAny(_process.WaitForExitAsync(), Task.Delay(limit));
        WorkerProcess.End(_process);
        await _ended;
        while (_messages.Reader.TryRead(out var late)) heard.Add(late);
        var errors = await _errors.BlockAsync();
        // The runtime's report on a deep stack can alone be longer than what is kept; it is no output of the block.
        var lastWords = "";
        var reported = isTimedOut ? null : CauseOfDeath.Reported(ref errors, out lastWords);
        // Its last word was on the way when its time was up: a busy machine delivers late. And what only a variable's text did, the block did not.
        var isVariables = _recorder.Reading == FlightRecorder.Variables && !heard.Any(one => one is FromWorker.Exiting);
        if ((isTimedOut || isVariables) && TakeEnd(heard) is { } ended)
        {
            return new BlockOutcome(heard.ToImmutable(), _recorder.Statement, _recorder.Output, await _output.BlockAsync() + errors) { Ended = ended };
        }
        var death = isTimedOut ? null : reported ?? (isOverflowing ? $"more than {FlightRecorder.OutputLimit >> 20} MiB of output" : CauseOfDeath.Told(_process.ExitCode));
        return new BlockOutcome(heard.ToImmutable(), _recorder.Statement, _recorder.Output, await _output.BlockAsync() + errors)
        {
            IsTimedOut = isTimedOut,
            Running = Running(isTimedOut, lastWords),
            Reading = _recorder.Reading is var reading and >= 0 ? reading : null,
            IsStarted = _isStarted,
            LastWords = lastWords,
            Death = death,
        };
    }

    // What the runtime reports came of all the calls, not of the last one alone; and what wrote past the worker ran on for a while.
    private ImmutableArray<int> Running(bool isTimedOut, string lastWords) =>
        isTimedOut ? _recorder.Inner.Lasting() : lastWords.Length > 0 || _isOverflowing ? [] : _recorder.Inner.All();

    private static FromWorker.Ended? TakeEnd(ImmutableArray<FromWorker>.Builder heard)
    {
        var ended = heard.OfType<FromWorker.Ended>().FirstOrDefault();
        if (ended is not null) _ = heard.Remove(ended);
        return ended;
    }

    private void Overflow()
    {
        if (_isOverflowing) return;
        _isOverflowing = true;
        _ = _messages.Writer.TryWrite(new FromWorker.Escaped(EscapeKind.TooMuchOutput, null));
    }

    // A process that a block started can keep every pipe open when the worker is gone; nothing more is heard from them then.
    private async Task WatchAsync()
    {
        await _process.WaitForExitAsync();
        await Task.WhenAll(Patience.WaitAsync(_listening), _output.EndAsync(), _errors.EndAsync());
        _ = _messages.Writer.TryComplete();
    }

    private void Send(ToWorker message)
    {
        try
        {
            BinaryMessage.Send(_commands, message.Write);
        }
        catch (IOException)
        {
            // It has died; its end is noticed where its answers are read.
        }
    }

    private void Listen()
    {
        try
        {
            while (BinaryMessage.Receive(_answers, FromWorker.Read) is { } message) _ = _messages.Writer.TryWrite(message);
        }
        catch (Exception garbled) when (garbled is IOException or InvalidDataException or OverflowException or OutOfMemoryException)
        {
            // A block wrote into the pipe: the worker cannot be understood any more, and is ended like one that died.
        }
        _ = _messages.Writer.TryComplete();
    }

    private bool IsFolderEmptied()
    {
        try
        {
            foreach (var entry in _work.EnumerateFileSystemInfos())
            {
                if (entry is DirectoryInfo { LinkTarget: null } folder) folder.Delete(recursive: true);
                else entry.Delete();
            }
            return true;
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private void DeleteFolder()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            // A block locked what it left there; that is no fault of the page, and the system clears its temporary folder.
        }
    }
}
