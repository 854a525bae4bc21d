using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Docsite.Rendering;
using Docsite.Theme.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace Docsite.Theme;

/// <summary>The theme: Razor components rendered to text.</summary>
public sealed class RazorTheme : ITheme
{
    private static readonly Services Needed = new();

    /// <inheritdoc/>
    public ImmutableArray<ThemeAsset> Assets => ThemeAssets.All;

    /// <inheritdoc/>
    public string Page(PageModel page) => Render<Layout>(nameof(Layout.Page), page);

    /// <inheritdoc/>
    public string Code(CodeModel code) => Render<CodeBlock>(nameof(CodeBlock.Model), code);

    /// <inheritdoc/>
    public string Figure(FigureModel figure) => Render<Figure>(nameof(Components.Figure.Model), figure);

    /// <inheritdoc/>
    public string Tabs(TabsModel tabs) => Render<Tabs>(nameof(Components.Tabs.Model), tabs);

    /// <inheritdoc/>
    public string Claim(ClaimModel claim) => Render<Claim>(nameof(Components.Claim.Model), claim);

    private static string Render<TComponent>(string parameter, object model) where TComponent : IComponent
    {
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [parameter] = model });
        // A renderer does one thing at a time and keeps what it has rendered: with one for each text, pages are rendered side by side.
        using var renderer = new HtmlRenderer(Needed, NullLoggerFactory.Instance);
        // The components do nothing asynchronous, so the task is complete when it is returned.
        return renderer.Dispatcher.InvokeAsync(async () =>
        {
            var output = await renderer.RenderComponentAsync<TComponent>(parameters);
            return output.ToHtmlString();
        }).GetAwaiter().GetResult();
    }

    // What the renderer asks for. A container of services, and constructors compiled for each component, take longer than a small site.
    private sealed class Services : IServiceProvider, IComponentActivator
    {
        // The default encoder turns every letter outside ASCII into a number.
        private readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);

        public object? GetService(Type serviceType) =>
            serviceType == typeof(HtmlEncoder) ? _encoder : serviceType == typeof(IComponentActivator) ? this : null;

        public IComponent CreateInstance(Type componentType) => (IComponent)Activator.CreateInstance(componentType)!;
    }
}
