using System.IO.Pipes;
using Docsite.Worker;

// Two pipe handles come in; the process's own streams belong to the blocks.
var commands = new AnonymousPipeClientStream(PipeDirection.In, args[0]);
var answers = new AnonymousPipeClientStream(PipeDirection.Out, args[1]);
ProcessGroup.Lead();
using var host = new SessionHost(commands, answers);
host.Serve();
