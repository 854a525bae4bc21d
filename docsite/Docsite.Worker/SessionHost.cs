using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Docsite.Display;
using Docsite.Protocol;
using Docsite.Worker.Sharing;

namespace Docsite.Worker;

/// <summary>Runs the blocks of sessions, one after the other, as the tool asks for them.</summary>
internal sealed class SessionHost : IDisposable
{
    private const int MostPictures = 1000;

    private readonly Stream _commands;
    private readonly Stream _answers;
    private readonly Lock _sending = new();
    private readonly CapturedConsole _console;
    private readonly LeftBehind _leftBehind = new();
    private readonly LoadableFiles _files;
    private readonly string[] _projects;
    private SharedAssemblies _shared;
    private SessionAssemblies _assemblies;
    private object?[] _submissions = [];
    private string[] _figureIds = [];
    private int _pictures;
    private readonly ConcurrentDictionary<string, bool> _late = new(StringComparer.Ordinal);
    private volatile bool _hasThrown;
    private bool _hasEverThrown;

    internal SessionHost(Stream commands, Stream answers)
    {
        _commands = commands;
        _answers = answers;
        var prepare = BinaryMessage.Receive(commands, ToWorker.Read) as ToWorker.Prepare
            ?? throw new InvalidDataException("A worker starts with what it needs.");
        Recorder = new FlightRecorder(prepare.Recorder);
        // What a block shows with and reports to is the worker's own.
        _files = new LoadableFiles(prepare.Assemblies, typeof(Probe).Assembly, typeof(Stage).Assembly);
        _projects = prepare.Projects;
        _shared = SharedAssemblies.Load(_files, _projects);
        _assemblies = new SessionAssemblies(_files, _shared);
        _console = new CapturedConsole(this, prepare.Mark);
        if (prepare.HasOtherCulture) OtherCulture.Enter();
        Probe.Host = this;
        Stage.Audience = Show;
        // A thread's exception is the block's, never the end of the session.
        ExceptionHandling.SetUnhandledExceptionHandler(ReportThreadException);
        TaskScheduler.UnobservedTaskException += ReportTaskException;
        AppDomain.CurrentDomain.FirstChanceException += (_, _) => _hasThrown = true;
    }

    internal FlightRecorder Recorder { get; }

    internal void Serve()
    {
        while (BinaryMessage.Receive(_commands, ToWorker.Read) is { } command)
        {
            switch (command)
            {
                case ToWorker.Begin begin:
                    Begin(begin);
                    break;
                case ToWorker.Run block:
                    Run(block, isOfBlock: true, () => _assemblies.Start(block, _submissions));
                    break;
                case ToWorker.Release:
                    Send(new FromWorker.Released(_leftBehind.IsNothing()));
                    break;
                default:
                    _hasThrown |= _hasEverThrown;
                    Run(new ToWorker.Run("", "", [], ["figure"], []), isOfBlock: false, FinishAsync);
                    break;
            }
        }
    }

    // What the site's assemblies keep in static fields starts anew with each session.
    private void Begin(ToWorker.Begin session)
    {
        _submissions = new object?[session.Submissions + 1];
        if (!_shared.IsUnchanged()) _shared = SharedAssemblies.Load(_files, _projects);
        _assemblies = new SessionAssemblies(_files, _shared);
        Exits.Held = session.Held;
        Probe.Forget();
        _late.Clear();
        _hasThrown = _hasEverThrown = false;
    }

    // A task that a variable holds is nobody's from now on.
    private async Task FinishAsync()
    {
        await Probe.DisposeOwnedAsync();
        _submissions = [];
        LeftBehind.AwaitWork();
    }

    internal void Send(FromWorker message)
    {
        lock (_sending) BinaryMessage.Send(_answers, message.Write);
    }

    /// <summary>Tells, once for each block, that something it started prints when the block is over.</summary>
    internal void TellLate(string starter, string text)
    {
        if (string.IsNullOrWhiteSpace(text) || !_late.TryAdd(starter, true)) return;
        var place = ExceptionReports.Of(new StackTrace(skipFrames: 2, fNeedFileInfo: false));
        // Where no frame is the block's own, it is still known whose the flow is.
        var frames = place.Frames.Append(new FrameReport(starter, 0, 0, "")).ToArray();
        Send(new FromWorker.Escaped(EscapeKind.LateOutput, new ExceptionReport("", text.TrimEnd(), frames)));
    }

    public void Dispose()
    {
        Recorder.Dispose();
        _console.Dispose();
        _commands.Dispose();
        _answers.Dispose();
    }

    private void Run(ToWorker.Run block, bool isOfBlock, Func<Task> start)
    {
        var settings = new ProcessSettings();
        _figureIds = block.FigureIds;
        _pictures = 0;
        Probe.Begin(block.Namespaces);
        Recorder.Reset();
        _console.Install(isOfBlock);
        Send(new FromWorker.Started());
        _assemblies.Executed.Begin();
        var exception = BlockRun.Run(start);
        Exits.StartedBy(null);
        // A task is known to be nobody's once it is collected; where nothing was thrown, there is none to be told of.
        if (_hasThrown)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            _hasEverThrown = true;
        }
        _hasThrown = false;
        foreach (var executed in _assemblies.Executed.End()) Send(executed);
        if (settings.Restore()) Send(new FromWorker.Escaped(EscapeKind.SettingsChanged, null));
        if (_console.Restore() is { } escape) Send(new FromWorker.Escaped(escape, null));
        foreach (var kind in _leftBehind.Find()) Send(new FromWorker.Escaped(kind, null));
        var report = exception is null ? null : ExceptionReports.Of(exception);
        var isFollowed = block.Watched.Length > 0;
        Send(new FromWorker.Ended(report, exception is null ? -1 : Probe.EvaluatingExpected) { IsFollowed = isFollowed });
        if (!isFollowed) return;
        Recorder.Reading = FlightRecorder.Variables;
        foreach (var variable in SessionVariables.Of(_submissions, block.Watched)) Send(variable);
        Recorder.Reading = -1;
        Send(new FromWorker.Told());
    }

    internal void Show(IShowable showable)
    {
        var ids = _figureIds;
        var number = _pictures++;
        if (number == MostPictures) throw new InvalidOperationException($"A block can show {MostPictures} pictures, no more.");
        var id = number < ids.Length - 1 ? ids[number] : number == 0 ? ids[^1] : $"{ids[^1]}-{number + 1}";
        Send(new FromWorker.Shown(showable.Draw(id)));
    }

    private void ReportTaskException(object? task, UnobservedTaskExceptionEventArgs unobserved)
    {
        unobserved.SetObserved();
        Send(new FromWorker.Escaped(EscapeKind.TaskException, ExceptionReports.Of(unobserved.Exception.GetBaseException())));
    }

    private bool ReportThreadException(Exception exception)
    {
        Send(new FromWorker.Escaped(EscapeKind.ThreadException, ExceptionReports.Of(exception)));
        return true;
    }
}
