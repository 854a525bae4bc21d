namespace Docsite.Diagnostics;

/// <summary>Every kind of finding; the groups are: 01 syntax, 02 expectation, 03 compile, 04 run time, 05 picture, 06 link, 07 determinism, 08 isolation, 09 cache, 10 reference.</summary>
public static class DiagnosticIds
{
    /// <summary>A fence option, front matter key or setting that does not exist or cannot be read.</summary>
    public const string BadSyntax = "DOC0101";

    /// <summary>An option is given twice, or two options exclude each other.</summary>
    public const string ContradictingOptions = "DOC0102";

    /// <summary>The front matter is no YAML mapping, repeats a key or has no end.</summary>
    public const string BadFrontMatter = "DOC0103";

    /// <summary>A fence or a container has no closing line.</summary>
    public const string UnclosedFence = "DOC0104";

    /// <summary>An expectation fence has no block before it that could meet it.</summary>
    public const string OrphanExpectation = "DOC0105";

    /// <summary>A claim has no id, no verdict of the settings, or nothing inside that runs and states something.</summary>
    public const string BadClaim = "DOC0106";

    /// <summary>Two blocks or figures of a page have the same id.</summary>
    public const string DuplicateId = "DOC0107";

    /// <summary>A variant is named that the settings do not have, or that the block does not run in.</summary>
    public const string UnknownVariant = "DOC0108";

    /// <summary>A value comment in prose stands where it cannot be checked, or has no expression.</summary>
    public const string BadProseValue = "DOC0109";

    /// <summary>The file is not UTF-8.</summary>
    public const string BadEncoding = "DOC0110";

    /// <summary>The Markdown cannot be read at all, e.g. because it is nested without end.</summary>
    public const string UnreadableMarkdown = "DOC0111";

    /// <summary>A fence's language or a container's word looks like a misspelt one of this tool, so that it would not be checked.</summary>
    public const string MisspeltLanguage = "DOC0112";

    /// <summary>A <c>source=</c> file or region does not exist, or the page's copy differs from it.</summary>
    public const string BadSource = "DOC0113";

    /// <summary>A value comment stands behind something that has no value.</summary>
    public const string NoValue = "DOC0114";

    /// <summary>A block contains <c>#line</c>.</summary>
    public const string LineDirective = "DOC0115";

    /// <summary>A comment resembles one that states something and is not checked: <c>// -> 3</c>, <c>// Error CS0029</c>, <c>// hidden</c>.</summary>
    public const string MisspeltComment = "DOC0116";

    /// <summary>A line looks like the first one of a checked fence, and Markdown does not read it as one.</summary>
    public const string UnreadFence = "DOC0117";

    /// <summary>A comment states a value or an exception in a block that is not run.</summary>
    public const string NotRunStatement = "DOC0118";

    /// <summary>A value comment states what stands before it, word for word: it could never differ.</summary>
    public const string StatesItself = "DOC0119";

    /// <summary>A value comment states another value than the code gave.</summary>
    public const string ValueDiffers = "DOC0201";

    /// <summary>A value comment states nothing yet.</summary>
    public const string ValueMissing = "DOC0202";

    /// <summary>The line with the value comment was never reached.</summary>
    public const string ValueNotReached = "DOC0203";

    /// <summary>A block ends with an expression whose value is not stated.</summary>
    public const string ValueNotStated = "DOC0204";

    /// <summary>A block printed something else than its <c>output</c> fence states.</summary>
    public const string OutputDiffers = "DOC0205";

    /// <summary>A block printed something and no <c>output</c> fence states it.</summary>
    public const string OutputNotStated = "DOC0206";

    /// <summary>An <c>output</c> fence states lines and the block printed nothing.</summary>
    public const string OutputMissing = "DOC0207";

    /// <summary>A block wrote past <see cref="Console"/> to the process's own streams, where no fence can state it.</summary>
    public const string RawOutput = "DOC0208";

    /// <summary>The compiler said something else than the <c>diagnostics</c> fence states.</summary>
    public const string DiagnosticsDiffer = "DOC0209";

    /// <summary>An expectation fence speaks of no run: each variant of its block has a fence of its own.</summary>
    public const string UnusedExpectation = "DOC0210";

    /// <summary>A block does not compile.</summary>
    public const string CompileError = "DOC0301";

    /// <summary>The compiler warns, and the block does not announce it.</summary>
    public const string CompileWarning = "DOC0302";

    /// <summary>An announced compiler error or warning did not come.</summary>
    public const string ErrorMissing = "DOC0303";

    /// <summary>A block that fails to compile, as announced, also fails with an error that is not announced.</summary>
    public const string ErrorNotStated = "DOC0304";

    /// <summary>An exception left a block that does not announce one.</summary>
    public const string Threw = "DOC0401";

    /// <summary>An announced exception did not come.</summary>
    public const string DidNotThrow = "DOC0402";

    /// <summary>Another exception came, or with another message.</summary>
    public const string ThrewOther = "DOC0403";

    /// <summary>The announced exception came from another line.</summary>
    public const string ThrewElsewhere = "DOC0404";

    /// <summary>A block was still running when its time was up.</summary>
    public const string TimedOut = "DOC0405";

    /// <summary>A block ended its process: an exit call, a stack overflow, a crash.</summary>
    public const string ProcessEnded = "DOC0406";

    /// <summary>A block was not run because something before it failed.</summary>
    public const string NotRun = "DOC0407";

    /// <summary>A variant's declaration, which its sessions start with, does not compile or run.</summary>
    public const string VariantFailed = "DOC0408";

    /// <summary>An exception left a thread that a block started.</summary>
    public const string ThreadException = "DOC0409";

    /// <summary>What a session declared with <c>using</c> could not be disposed at its end, or printed something then.</summary>
    public const string DisposalFailed = "DOC0410";

    /// <summary>A picture differs from its <c>figure</c> fence.</summary>
    public const string FigureDiffers = "DOC0501";

    /// <summary>A block showed a picture and no <c>figure</c> fence states it.</summary>
    public const string FigureNotStated = "DOC0502";

    /// <summary>A <c>figure</c> fence states a picture and the block showed none.</summary>
    public const string FigureMissing = "DOC0503";

    /// <summary>A file cannot be read, or is not UTF-8.</summary>
    public const string UnreadableFile = "DOC0151";

    /// <summary>The site cannot be written.</summary>
    public const string CannotWrite = "DOC0152";

    /// <summary>A link or an image names nothing in the site.</summary>
    public const string BrokenLink = "DOC0601";

    /// <summary>A link names a place that its page does not have.</summary>
    public const string BrokenFragment = "DOC0602";

    /// <summary>Two elements of a page have the same id.</summary>
    public const string DuplicateElementId = "DOC0603";

    /// <summary>An image has no text in its place.</summary>
    public const string MissingAltText = "DOC0604";

    /// <summary>A heading skips a level, or a page has two titles.</summary>
    public const string HeadingOrder = "DOC0605";

    /// <summary>Two files would be published at the same address.</summary>
    public const string DuplicateRoute = "DOC0606";

    /// <summary>No run tests a claim.</summary>
    public const string ClaimWithoutRun = "DOC0607";

    /// <summary>Two claims of the site have the same id.</summary>
    public const string DuplicateClaim = "DOC0608";

    /// <summary>No way of links leads from the front page to a page.</summary>
    public const string UnreachablePage = "DOC0609";

    /// <summary>A page weighs more than the settings allow.</summary>
    public const string PageTooHeavy = "DOC0611";

    /// <summary>A region of an example file is named, and no page takes it in.</summary>
    public const string UnusedRegion = "DOC0612";

    /// <summary>Two entries of the glossary have the same name.</summary>
    public const string DuplicateTerm = "DOC0613";

    /// <summary>A reference such as <c>[Figure](#id)</c> names nothing that has a number on its page.</summary>
    public const string UnknownReference = "DOC0614";

    /// <summary>The days of the last changes cannot be asked from git.</summary>
    public const string NoDates = "DOC0153";

    /// <summary>A page takes in generated content that nothing generates.</summary>
    public const string UnknownGenerated = "DOC0610";

    /// <summary>A block left the console replaced or closed.</summary>
    public const string ConsoleLeft = "DOC0801";

    /// <summary>A block left the culture, the current directory or the environment changed.</summary>
    public const string SettingsLeft = "DOC0802";

    /// <summary>A block left a thread running.</summary>
    public const string ThreadLeft = "DOC0803";

    /// <summary>A block left a process running.</summary>
    public const string ProcessLeft = "DOC0804";

    /// <summary>A block uses what blocks may not: other processes, the network, native code, other code than the site's.</summary>
    public const string NotAllowed = "DOC0805";

    /// <summary>A result kept by an earlier run is damaged; the session was run again.</summary>
    public const string CorruptCacheEntry = "DOC0901";

    /// <summary>A result kept by an earlier run belongs to another session; the session was run again.</summary>
    public const string ForeignCacheEntry = "DOC0902";

    /// <summary>A result cannot be kept for the next run.</summary>
    public const string CacheNotWritten = "DOC0903";

    /// <summary>A public type or member has no summary.</summary>
    public const string MissingSummary = "DOC1001";

    /// <summary>A documentation comment refers to something that does not exist.</summary>
    public const string BrokenReference = "DOC1002";

    /// <summary>A documentation comment cannot be read.</summary>
    public const string UnreadableComment = "DOC1003";

    /// <summary>The site's blocks run fewer of the public members than the settings ask for.</summary>
    public const string TooFewExecuted = "DOC1004";
}
