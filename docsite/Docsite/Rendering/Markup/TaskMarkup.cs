using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Docsite.Rendering.Markup;

/// <summary>The box of a task; a picture of one, as nobody can tick it on a page.</summary>
internal sealed class TaskMarkup : HtmlObjectRenderer<TaskList>
{
    protected override void Write(HtmlRenderer renderer, TaskList task) => renderer.Write(task.Checked
        ? "<span role=\"img\" aria-label=\"done:\">☑</span>"
        : "<span role=\"img\" aria-label=\"to do:\">☐</span>");
}
