namespace Docsite.Cli.Preview;

internal static class PreviewScript
{
    /// <summary>Reloads in place, or shows the findings over the page; built from text nodes, so nothing in a finding becomes markup.</summary>
    public const string Text = """
        (() => {
          const version = document.currentScript.dataset.version;
          let events;
          const part = (parent, name, text, css) => {
            const element = parent.appendChild(document.createElement(name));
            if (text) element.textContent = text;
            element.style.cssText = css;
            return element;
          };
          const mono = 'margin:0;font:13px/1.5 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere';
          const column = (row, title, text, colour) => {
            const cell = part(row, 'div', '', `flex:1 1 18rem;min-width:0;border-left:3px solid ${colour};padding-left:.75rem`);
            part(cell, 'strong', title, 'display:block');
            part(cell, 'pre', text, mono);
          };
          const show = findings => {
            document.getElementById('docsite-findings')?.remove();
            const box = part(document.body, 'section', '', 'position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;padding:1rem;z-index:99;' +
              'background:#2b1513;color:#fff;border-top:4px solid #ef635c;font:14px/1.5 system-ui,sans-serif');
            box.id = 'docsite-findings';
            box.setAttribute('role', 'alert');
            const hide = part(box, 'button', 'Hide', 'position:sticky;top:0;float:right;padding:.2rem .8rem;font:inherit');
            hide.type = 'button';
            hide.addEventListener('click', () => box.remove());
            for (const finding of findings) {
              const one = part(box, 'article', '', 'margin:0 0 1rem');
              part(one, 'pre', finding.report.trimEnd(), mono);
              for (const change of finding.changes ?? []) {
                const row = part(one, 'div', '', 'display:flex;flex-wrap:wrap;gap:1rem;margin:.5rem 0 0');
                column(row, 'The page states', change.stated || '(nothing)', '#ef635c');
                column(row, 'It gave', change.given || '(nothing)', '#7fc98f');
              }
            }
          };
          const listen = () => {
            events?.close();
            if (document.hidden) return;
            events = new EventSource('/_docsite/events');
            // Told again to whoever was away: only what is not of this site is asked for anew.
            events.addEventListener('reload', event => { if (event.lastEventId !== version) location.reload(); });
            events.addEventListener('findings', event => show(JSON.parse(event.data)));
          };
          // A browser keeps few connections to one server open: those of tabs that nobody sees would use them up.
          document.addEventListener('visibilitychange', listen);
          listen();
        })();
        """;
}
