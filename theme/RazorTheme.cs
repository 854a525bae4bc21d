using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Docsite.Rendering;
using Docsite.Theme.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Docsite.Theme;

/// <summary>The theme: Razor components rendered to text.</summary>
public sealed class RazorTheme : ITheme, IDisposable
{
    private readonly ServiceProvider _services;

    /// <summary>Makes the theme ready.</summary>
    public RazorTheme()
    {
        // The default encoder turns every letter outside ASCII into a number.
        _services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
    }

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

    /// <inheritdoc/>
    public void Dispose() => _services.Dispose();

    private string Render<TComponent>(string parameter, object model) where TComponent : IComponent
    {
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [parameter] = model });
        // A renderer does one thing at a time and keeps what it has rendered: with one for each text, pages are rendered side by side.
        using var renderer = new HtmlRenderer(_services, NullLoggerFactory.Instance);
        // The components do nothing asynchronous, so the task is complete when it is returned.
        return renderer.Dispatcher.InvokeAsync(async () =>
        {
            var output = await renderer.RenderComponentAsync<TComponent>(parameters);
            return output.ToHtmlString();
        }).GetAwaiter().GetResult();
    }
}
