namespace Docsite.Diagnostics;

/// <summary>How much a finding matters. Only an <see cref="Error"/> stops the site from being written.</summary>
public enum Severity
{
    /// <summary>Said, counted, harmless.</summary>
    Note,

    /// <summary>Worth a look; nothing claimed is wrong.</summary>
    Warning,

    /// <summary>The page claims something that is not so, or cannot be checked.</summary>
    Error,
}
