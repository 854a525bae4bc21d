namespace Docsite.Cli.Preview;

internal static class PreviewScript
{
    /// <summary>Reloads in place, or shows the findings over the page; built from text nodes, so nothing in a finding becomes markup.</summary>
    public const string Text = """
        (() => {
          const events = new EventSource('/_docsite/events');
          const show = text => {
            let box = document.getElementById('docsite-findings');
            if (!box) {
              box = document.createElement('pre');
              box.id = 'docsite-findings';
              box.setAttribute('role', 'alert');
              box.style.cssText = 'position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;margin:0;padding:1rem;z-index:99;' +
                'background:#3b1c19;color:#fff;border-top:4px solid #ef635c;font:13px/1.5 ui-monospace,monospace;white-space:pre-wrap';
              document.body.append(box);
            }
            box.textContent = text;
          };
          events.addEventListener('reload', () => location.reload());
          events.addEventListener('findings', event => show(event.data));
        })();
        """;
}
