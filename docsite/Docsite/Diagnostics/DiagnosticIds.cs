namespace Docsite.Diagnostics;

/// <summary>Every kind of finding; the groups are: 01 syntax, 02 expectation, 03 compile, 04 run time, 05 picture, 06 link, 07 determinism, 08 isolation, 09 cache.</summary>
public static class DiagnosticIds
{
    /// <summary>A fence option, front matter key or setting that does not exist or cannot be read.</summary>
    public const string BadSyntax = "DOC0101";

    /// <summary>A value comment states another value than the code gave.</summary>
    public const string ValueDiffers = "DOC0201";

    /// <summary>A file cannot be read, or is not UTF-8.</summary>
    public const string UnreadableFile = "DOC0151";

    /// <summary>The site cannot be written.</summary>
    public const string CannotWrite = "DOC0152";

    /// <summary>Two files would be published at the same address.</summary>
    public const string DuplicateRoute = "DOC0606";
}
