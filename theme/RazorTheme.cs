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
    private readonly HtmlRenderer _renderer;

    /// <summary>Makes the theme ready.</summary>
    public RazorTheme()
    {
        // The default encoder turns every letter outside ASCII into a number.
        _services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
        _renderer = new HtmlRenderer(_services, NullLoggerFactory.Instance);
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
    public void Dispose()
    {
        _renderer.Dispose();
        _services.Dispose();
    }

    private string Render<TComponent>(string parameter, object model) where TComponent : IComponent
    {
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [parameter] = model });
        // The components do nothing asynchronous, so the task is complete when it is returned.
        return _renderer.Dispatcher.InvokeAsync(async () =>
        {
            var output = await _renderer.RenderComponentAsync<TComponent>(parameters);
            return output.ToHtmlString();
        }).GetAwaiter().GetResult();
    }
}
