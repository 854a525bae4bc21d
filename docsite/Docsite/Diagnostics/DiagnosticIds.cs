namespace Docsite.Diagnostics;

/// <summary>Every kind of finding; the groups are: 01 syntax, 02 expectation, 03 compile, 04 run time, 05 picture, 06 link, 07 determinism, 08 isolation, 09 cache, 10 reference, 11 the tool itself. Remarks say what mends one.</summary>
// One list, however long: two files would let a number be taken twice unseen.
public static class DiagnosticIds
{
    /// <summary>A fence option, front matter key or setting that does not exist or cannot be read.</summary>
    /// <remarks>Write one of the words that the finding lists.</remarks>
    public const string BadSyntax = "DOC0101";

    /// <summary>An option is given twice, or two options exclude each other.</summary>
    /// <remarks>Keep one of the two.</remarks>
    public const string ContradictingOptions = "DOC0102";

    /// <summary>The front matter is no YAML mapping, repeats a key or has no end.</summary>
    /// <remarks>Write <c>Key: value</c> lines and end them with a line <c>---</c>; put a value with a colon in quotes.</remarks>
    public const string BadFrontMatter = "DOC0103";

    /// <summary>A fence or a container has no closing line.</summary>
    /// <remarks>Close it with a line of the same marks.</remarks>
    public const string UnclosedFence = "DOC0104";

    /// <summary>An expectation fence has no block before it that could meet it.</summary>
    /// <remarks>Put the fence right behind its block, or remove it.</remarks>
    public const string OrphanExpectation = "DOC0105";

    /// <summary>A claim has no id, no verdict of the settings, or nothing inside that runs and states something.</summary>
    /// <remarks>Write <c>::: claim M1 holds</c> with a verdict of the settings, and a block inside that states something.</remarks>
    public const string BadClaim = "DOC0106";

    /// <summary>Two blocks or figures of a page have the same id.</summary>
    /// <remarks>Give one of them another <c>id=</c>.</remarks>
    public const string DuplicateId = "DOC0107";

    /// <summary>A variant is named that the settings do not have, or that the block does not run in.</summary>
    /// <remarks>Name one that the settings have, or add it there under <c>Variants</c>.</remarks>
    public const string UnknownVariant = "DOC0108";

    /// <summary>A value comment in prose stands where it cannot be checked, or has no expression.</summary>
    /// <remarks>Write the value, and right behind it <c>&lt;!--= expression --&gt;</c>.</remarks>
    public const string BadProseValue = "DOC0109";

    /// <summary>The file is not UTF-8.</summary>
    /// <remarks>Save the file as UTF-8.</remarks>
    public const string BadEncoding = "DOC0110";

    /// <summary>The Markdown cannot be read at all, e.g. because it is nested without end.</summary>
    /// <remarks>Nest less deeply.</remarks>
    public const string UnreadableMarkdown = "DOC0111";

    /// <summary>A fence's language or a container's word looks like a misspelt one of this tool, so that it would not be checked.</summary>
    /// <remarks>Write the word that the finding suggests.</remarks>
    public const string MisspeltLanguage = "DOC0112";

    /// <summary>A <c>source=</c> file or region does not exist or has no lines, or the page's copy differs from it.</summary>
    /// <remarks>Correct the path or the region; empty the fence to have it filled.</remarks>
    public const string BadSource = "DOC0113";

    /// <summary>A value comment stands behind something that has no value.</summary>
    /// <remarks>Put the comment behind an expression, or remove it.</remarks>
    public const string NoValue = "DOC0114";

    /// <summary>A block contains <c>#line</c>.</summary>
    /// <remarks>Remove the line.</remarks>
    public const string LineDirective = "DOC0115";

    /// <summary>A comment resembles one that states something and is not checked: <c>// -> 3</c>, <c>// Error CS0029</c>, <c>// hidden</c>.</summary>
    /// <remarks>Write it as the finding suggests, or say it in other words.</remarks>
    public const string MisspeltComment = "DOC0116";

    /// <summary>A line looks like the first one of a checked fence, and Markdown does not read it as one.</summary>
    /// <remarks>Give the line the indentation of its list or quote.</remarks>
    public const string UnreadFence = "DOC0117";

    /// <summary>A comment states a value or an exception in a block that is not run.</summary>
    /// <remarks>Remove the comment, or let the block run.</remarks>
    public const string NotRunStatement = "DOC0118";

    /// <summary>A value comment states what stands before it, word for word: it could never differ.</summary>
    /// <remarks>Write the value as a literal.</remarks>
    public const string StatesItself = "DOC0119";

    /// <summary>A page has neither a title nor text, or an example no program.</summary>
    /// <remarks>Write what it is to say, or remove the file; a name that starts with <c>_</c> is never published.</remarks>
    public const string NothingWritten = "DOC0120";

    /// <summary>A value comment states another value than the code gave.</summary>
    /// <remarks>Correct the code, or accept the value.</remarks>
    public const string ValueDiffers = "DOC0201";

    /// <summary>A value comment states nothing yet.</summary>
    /// <remarks>Accept the value.</remarks>
    public const string ValueMissing = "DOC0202";

    /// <summary>The line with the value comment was never reached.</summary>
    /// <remarks>Let the code reach the line, or remove the comment.</remarks>
    public const string ValueNotReached = "DOC0203";

    /// <summary>A block ends with an expression whose value is not stated.</summary>
    /// <remarks>Accept the value, or end the statement with a semicolon and do something with it.</remarks>
    public const string ValueNotStated = "DOC0204";

    /// <summary>A block printed something else than its <c>output</c> fence states.</summary>
    /// <remarks>Correct the code, or accept the output; <c>...</c> stands for lines that may be any.</remarks>
    public const string OutputDiffers = "DOC0205";

    /// <summary>A block printed something and no <c>output</c> fence states it.</summary>
    /// <remarks>Accept the output, or print nothing.</remarks>
    public const string OutputNotStated = "DOC0206";

    /// <summary>An <c>output</c> fence states lines and the block printed nothing.</summary>
    /// <remarks>Remove the fence, or print what it states.</remarks>
    public const string OutputMissing = "DOC0207";

    /// <summary>A block wrote past <see cref="Console"/> to the process's own streams, where no fence can state it.</summary>
    /// <remarks>Write with <c>Console.Write</c>.</remarks>
    public const string RawOutput = "DOC0208";

    /// <summary>The compiler said something else than the <c>diagnostics</c> fence states.</summary>
    /// <remarks>Correct the code, or accept what the compiler says.</remarks>
    public const string DiagnosticsDiffer = "DOC0209";

    /// <summary>An expectation fence speaks of no run: each variant of its block has a fence of its own.</summary>
    /// <remarks>Remove the fence.</remarks>
    public const string UnusedExpectation = "DOC0210";

    /// <summary>A block does not compile.</summary>
    /// <remarks>Correct the code; a block that is to show the error announces it: <c>fails=CS0029</c>.</remarks>
    public const string CompileError = "DOC0301";

    /// <summary>The compiler warns, and the block does not announce it.</summary>
    /// <remarks>Correct the code, or announce it behind the line: <c>// warning CS0168</c>.</remarks>
    public const string CompileWarning = "DOC0302";

    /// <summary>An announced compiler error or warning did not come.</summary>
    /// <remarks>Remove the announcement, or let the code fail as announced.</remarks>
    public const string ErrorMissing = "DOC0303";

    /// <summary>A block that fails to compile, as announced, also fails with an error that is not announced.</summary>
    /// <remarks>Correct the code, or announce the error too.</remarks>
    public const string ErrorNotStated = "DOC0304";

    /// <summary>The compiler itself broke down over a statement.</summary>
    /// <remarks>Write the statement in another way, such as in two; the defect is the compiler's.</remarks>
    public const string CompilerDefect = "DOC0305";

    /// <summary>A project of the settings cannot be built, or does not exist.</summary>
    /// <remarks>Mend what the compiler says, or correct the path in the settings, under <c>Projects</c>.</remarks>
    public const string ProjectFailed = "DOC0351";

    /// <summary>A name in the settings stands for nothing: a namespace or type that they import, something that they allow blocks to use, or an attribute that the reference is to show.</summary>
    /// <remarks>Correct the name in the settings, under <c>Usings</c>, <c>Allow</c> or <c>Reference</c>.</remarks>
    public const string UnknownName = "DOC0352";

    /// <summary>An exception left a block that does not announce one.</summary>
    /// <remarks>Correct the code, or announce it: <c>throws=TypeName</c> on the fence, <c>// throws Type: message</c> behind the line.</remarks>
    public const string Threw = "DOC0401";

    /// <summary>An announced exception did not come.</summary>
    /// <remarks>Remove the announcement, or let the code throw.</remarks>
    public const string DidNotThrow = "DOC0402";

    /// <summary>Another exception came, or with another message.</summary>
    /// <remarks>Correct the code, or accept what came.</remarks>
    public const string ThrewOther = "DOC0403";

    /// <summary>The announced exception came from another line.</summary>
    /// <remarks>Move the comment to the line that throws.</remarks>
    public const string ThrewElsewhere = "DOC0404";

    /// <summary>A block was still running when its time was up.</summary>
    /// <remarks>
    /// The place is the innermost statement that was running; of a loop that went on turning, the loop. Let the block end by itself, or give it more time:
    /// <c>timeout=30s</c>.
    /// </remarks>
    public const string TimedOut = "DOC0405";

    /// <summary>A block ended its process: an exit call, a stack overflow, a crash.</summary>
    /// <remarks>Let the block end by its last statement; <c>ignore="reason"</c> shows code that cannot.</remarks>
    public const string ProcessEnded = "DOC0406";

    /// <summary>A block was not run because something before it failed.</summary>
    /// <remarks>Mend what is named; this block then runs.</remarks>
    public const string NotRun = "DOC0407";

    /// <summary>A variant's declaration, which its sessions start with, does not compile or run.</summary>
    /// <remarks>Correct the declaration in the settings, under <c>Variants</c>.</remarks>
    public const string VariantFailed = "DOC0408";

    /// <summary>An exception left a thread that a block started.</summary>
    /// <remarks>Catch it in the thread, or wait for the thread where its exception is thrown again, as <c>await</c> does.</remarks>
    public const string ThreadException = "DOC0409";

    /// <summary>What a session declared with <c>using</c> could not be disposed at its end, or printed something then.</summary>
    /// <remarks>Dispose in a block, where what happens can be stated.</remarks>
    public const string DisposalFailed = "DOC0410";

    /// <summary>A picture differs from its <c>figure</c> fence.</summary>
    /// <remarks>Look at the picture that the finding names, then correct the code or accept the text.</remarks>
    public const string FigureDiffers = "DOC0501";

    /// <summary>A block showed a picture and no <c>figure</c> fence states it.</summary>
    /// <remarks>Look at the picture, then accept its text.</remarks>
    public const string FigureNotStated = "DOC0502";

    /// <summary>A <c>figure</c> fence states a picture and the block showed none.</summary>
    /// <remarks>Remove the fence, or show the picture with <c>Show</c>.</remarks>
    public const string FigureMissing = "DOC0503";

    /// <summary>A file cannot be read, or is not UTF-8.</summary>
    /// <remarks>Make the file readable, or leave it out with <c>ExcludedPaths</c>.</remarks>
    public const string UnreadableFile = "DOC0151";

    /// <summary>The site cannot be written.</summary>
    /// <remarks>Make room and free the output folder, or choose another <c>OutputPath</c>.</remarks>
    public const string CannotWrite = "DOC0152";

    /// <summary>A link or an image names nothing in the site.</summary>
    /// <remarks>Correct the address; the finding names the nearest one.</remarks>
    public const string BrokenLink = "DOC0601";

    /// <summary>A link names a place that its page does not have.</summary>
    /// <remarks>Correct the part behind <c>#</c>; the finding names the nearest one.</remarks>
    public const string BrokenFragment = "DOC0602";

    /// <summary>Two elements of a page have the same id.</summary>
    /// <remarks>Rename one of the headings or ids.</remarks>
    public const string DuplicateElementId = "DOC0603";

    /// <summary>An image has no text in its place.</summary>
    /// <remarks>Say in the square brackets what the image shows.</remarks>
    public const string MissingAltText = "DOC0604";

    /// <summary>A heading skips a level, or a page has two titles.</summary>
    /// <remarks>Use the level that the finding names.</remarks>
    public const string HeadingOrder = "DOC0605";

    /// <summary>Two files would be published at the same address.</summary>
    /// <remarks>Rename one of the two, or give it a <c>DestinationPath</c>.</remarks>
    public const string DuplicateRoute = "DOC0606";

    /// <summary>No run tests a claim.</summary>
    /// <remarks>Put a block that runs into the claim.</remarks>
    public const string ClaimWithoutRun = "DOC0607";

    /// <summary>Two claims of the site have the same id.</summary>
    /// <remarks>Give one of them another id.</remarks>
    public const string DuplicateClaim = "DOC0608";

    /// <summary>No way of links leads from the front page to a page.</summary>
    /// <remarks>Link to the page, or let the menu show it.</remarks>
    public const string UnreachablePage = "DOC0609";

    /// <summary>A page weighs more than the settings allow.</summary>
    /// <remarks>Split the page or shrink its pictures, or raise the limit in the settings, under <c>Limits</c>.</remarks>
    public const string PageTooHeavy = "DOC0611";

    /// <summary>A region of an example file is named, and no page takes it in.</summary>
    /// <remarks>Take it in with <c>source=path#region</c>, or remove its lines.</remarks>
    public const string UnusedRegion = "DOC0612";

    /// <summary>Two entries of the glossary have the same name.</summary>
    /// <remarks>Explain the word once.</remarks>
    public const string DuplicateTerm = "DOC0613";

    /// <summary>A reference such as <c>[Figure](#id)</c> names nothing that has a number on its page.</summary>
    /// <remarks>Name a figure by the <c>id=</c> of its fence or of the block that draws it, a listing by the <c>id=</c> of a block with a <c>title=</c>, a table by its caption, a paragraph beside it like <c>Table: words {#id}</c>.</remarks>
    public const string UnknownReference = "DOC0614";

    /// <summary>Two pages have the same <c>Xref</c>, or a page has that of a place on another one.</summary>
    /// <remarks>Give one of them another.</remarks>
    public const string DuplicateXref = "DOC0615";

    /// <summary>The days of the last changes cannot be asked from git.</summary>
    /// <remarks>Build inside a git repository, or remove the setting <c>GitDates</c>.</remarks>
    public const string NoDates = "DOC0153";

    /// <summary>A path, pattern or folder of the settings matches no file.</summary>
    /// <remarks>Correct it, or take it out; it starts at the folder of <c>docsite.yml</c>.</remarks>
    public const string NothingMatches = "DOC0154";

    /// <summary>A page takes in generated content that nothing generates.</summary>
    /// <remarks>Write one of the names that the finding lists.</remarks>
    public const string UnknownGenerated = "DOC0610";

    /// <summary>A value was another when its block ran again, in another culture, time zone, folder and order (<c>docsite verify --twice</c>).</summary>
    /// <remarks>Give the block what it depends on; the finding tells which of them it is.</remarks>
    public const string ValueVaries = "DOC0701";

    /// <summary>A block printed something else when it ran again.</summary>
    /// <remarks>Give the block what it depends on; or state lines that may be any with <c>...</c>, and characters with <c>[..]</c>.</remarks>
    public const string OutputVaries = "DOC0702";

    /// <summary>A block showed another picture when it ran again.</summary>
    /// <remarks>Give the block what it depends on; the finding tells which of them it is.</remarks>
    public const string FigureVaries = "DOC0703";

    /// <summary>A block ended in another way when it ran again.</summary>
    /// <remarks>Give the block what it depends on; the finding tells which of them it is.</remarks>
    public const string EndVaries = "DOC0704";

    /// <summary>A variable that a reader can look at held something else when its block ran again.</summary>
    /// <remarks>Give the block what it depends on, or do not keep it in a variable.</remarks>
    public const string VariableVaries = "DOC0705";

    /// <summary>A block left the console replaced or closed.</summary>
    /// <remarks>Put back what the block replaced before it ends.</remarks>
    public const string ConsoleLeft = "DOC0801";

    /// <summary>A block left the culture, the current directory or the environment changed.</summary>
    /// <remarks>Put back what the block changed before it ends.</remarks>
    public const string SettingsLeft = "DOC0802";

    /// <summary>A block left a thread running, or a task or timer that printed when the block was over.</summary>
    /// <remarks>Wait for it: <c>Join</c> the thread, <c>await</c> the task, dispose the timer.</remarks>
    public const string ThreadLeft = "DOC0803";

    /// <summary>A block left a process running.</summary>
    /// <remarks>Wait for the process, or end it.</remarks>
    public const string ProcessLeft = "DOC0804";

    /// <summary>A block uses what blocks may not: other processes, the network, native code, other code than the site's.</summary>
    /// <remarks>Do without it, or allow it in the settings, under <c>Allow</c>.</remarks>
    public const string NotAllowed = "DOC0805";

    /// <summary>A result kept by an earlier run is damaged; the session was run again.</summary>
    /// <remarks>Nothing is to be done.</remarks>
    public const string CorruptCacheEntry = "DOC0901";

    /// <summary>A result kept by an earlier run belongs to another session, or another version of the tool made it; the session was run again.</summary>
    /// <remarks>Nothing is to be done.</remarks>
    public const string ForeignCacheEntry = "DOC0902";

    /// <summary>A result cannot be kept for the next run.</summary>
    /// <remarks>Make the folder <c>.docsite</c> beside the output writable; the result is right all the same.</remarks>
    public const string CacheNotWritten = "DOC0903";

    /// <summary>A public type or member has no summary.</summary>
    /// <remarks>Write a summary at the member.</remarks>
    public const string MissingSummary = "DOC1001";

    /// <summary>A documentation comment refers to something that does not exist.</summary>
    /// <remarks>Correct the name in <c>cref</c>.</remarks>
    public const string BrokenReference = "DOC1002";

    /// <summary>A documentation comment cannot be read.</summary>
    /// <remarks>Make the comment well-formed XML.</remarks>
    public const string UnreadableComment = "DOC1003";

    /// <summary>The site's blocks run fewer of the public members than the settings ask for.</summary>
    /// <remarks>Write blocks that use the members that the finding lists, or lower <c>Executed</c> in the settings.</remarks>
    public const string TooFewExecuted = "DOC1004";

    /// <summary>The tool itself failed over a page, or in a step over the whole site: a defect of the tool, not of the page.</summary>
    /// <remarks>Report it, with the page and what the finding says. The other pages were verified; nothing is published until the tool gets through.</remarks>
    public const string ToolDefect = "DOC1101";
}
