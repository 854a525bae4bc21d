namespace Docsite.Pages;

/// <summary>A replacement of one stretch of a page; nothing outside it changes.</summary>
/// <param name="Location">What is replaced; empty where text is inserted.</param>
/// <param name="NewText">What stands there afterwards, in the page's own line ends and indentation.</param>
public sealed record PageEdit(PageLocation Location, string NewText);
