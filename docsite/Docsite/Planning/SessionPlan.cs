using System.Collections.Immutable;
using Docsite.Pages;
using Docsite.Parsing;

namespace Docsite.Planning;

/// <summary>One run of one session: the steps in the order they run.</summary>
/// <param name="Page">The page it belongs to.</param>
/// <param name="Name">The session's name on the page; empty for the page's own.</param>
/// <param name="Variant">The variant it runs in; nothing where the session names none.</param>
/// <param name="Steps">Blocks and prose values.</param>
public sealed record SessionPlan(PageText Page, string Name, Variant? Variant, ImmutableArray<SessionStep> Steps);
