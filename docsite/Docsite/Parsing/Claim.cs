using System.Collections.Immutable;
using Docsite.Pages;
using Markdig.Extensions.CustomContainers;

namespace Docsite.Parsing;

/// <summary>A container <c>::: claim M15 refuted</c>: a sentence, the blocks that test it, and what they showed.</summary>
/// <param name="Id">As written, e.g. <c>M15</c>; unique in the site.</param>
/// <param name="Verdict">One of the settings' verdict words.</param>
/// <param name="Location">Its opening line.</param>
/// <param name="Syntax">Its place in the page's syntax tree.</param>
/// <param name="Blocks">The blocks inside that test it, nested containers included.</param>
public sealed record Claim(string Id, string Verdict, PageLocation Location, CustomContainer Syntax, ImmutableArray<SessionStep.Block> Blocks);
