namespace Docsite.Execution.Workers;

/// <summary>A worker has no place for its files, so that no block can be run: the disk is full, or the folder for temporary files is missing or protected.</summary>
internal sealed class NoWorkerException(Exception reason) : IOException(reason.Message, reason);
