using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Docsite.Protocol;
using Docsite.Worker.Values;

namespace Docsite.Worker;

/// <summary>Takes an exception apart into what can be sent.</summary>
internal static class ExceptionReports
{
    // An exception can be its own cause.
    private const int MostCauses = 8;

    internal static ExceptionReport Of(Exception exception)
    {
        var frames = new StackTrace(exception, fNeedFileInfo: false).GetFrames();
        return new ExceptionReport(TypeNames.Full(exception.GetType()), Message(exception), [.. frames.SelectMany(Report)]) { Causes = [.. Causes(exception).Take(MostCauses)] };
    }

    private static IEnumerable<string> Causes(Exception exception)
    {
        for (var cause = exception.InnerException; cause is not null; cause = cause.InnerException)
        {
            yield return $"{TypeNames.Full(cause.GetType())}: {Message(cause).Split('\n')[0].TrimEnd()}";
        }
    }

    /// <summary>A place in a program, without an exception.</summary>
    internal static ExceptionReport Of(StackTrace stack) => new("", "", [.. stack.GetFrames().SelectMany(Report)]);

    private static IEnumerable<FrameReport> Report(StackFrame frame)
    {
        if (frame.GetMethod() is not { } method || method.Module.Assembly.GetName().Name is not { } assembly) yield break;
        // Members that a block declares at its top have no type of their own.
        var type = method.DeclaringType is { } declaring ? TypeNames.Full(declaring) : "";
        var name = type.Length > 0 ? $"{type}.{method.Name}" : method.Name;
        yield return new FrameReport(assembly, method.MetadataToken, frame.GetILOffset(), name);
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A message that throws is told as such.")]
    private static string Message(Exception exception)
    {
        try
        {
            return exception.Message;
        }
        catch (Exception thrown)
        {
            return $"(its message threw {thrown.GetType().Name})";
        }
    }
}
