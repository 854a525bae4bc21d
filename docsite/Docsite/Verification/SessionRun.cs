using System.Collections.Immutable;
using Docsite.Execution;
using Docsite.Planning;

namespace Docsite.Verification;

/// <summary>A planned session and what happened when it ran.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Steps">One run for each of the plan's steps, in its order.</param>
public sealed record SessionRun(SessionPlan Plan, ImmutableArray<StepRun> Steps);
