namespace Docsite.Cli.Reports;

/// <summary>The forms in which findings are written.</summary>
public enum ReportFormat
{
    /// <summary>For people: excerpt, carets, cure.</summary>
    Text,

    /// <summary>One line a finding, as compilers write it; editors and build servers link it.</summary>
    Msbuild,

    /// <summary>Annotations of GitHub Actions.</summary>
    Github,

    /// <summary>SARIF 2.1.0, with the edits that accepting would make.</summary>
    Sarif,

    /// <summary>JUnit's XML: a test case for each block.</summary>
    Junit,

    /// <summary>Everything, as JSON.</summary>
    Json,
}
