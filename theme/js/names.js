// Names in code say what they are when they are pointed at or reached; what they say is loaded when it is first asked for.
(() => {
  'use strict';
  const file = document.body.dataset.names;
  if (!file) return;
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const linksOf = block => all('a', block.querySelector('pre > code'));
  const blockOf = node => node.closest?.('.code[id]');
  const tip = Object.assign(document.createElement('div'), { id: 'site-tip', className: 'tip', hidden: true });
  tip.setAttribute('role', 'tooltip');
  document.body.append(tip);

  let known;
  let loading;
  window.docsiteNames = (texts, blocks) => { known = { texts, blocks }; };
  const load = () => loading ??= new Promise(done => {
    const script = Object.assign(document.createElement('script'), { src: file, onload: done, onerror: done });
    document.head.append(script);
  });

  let shown;
  const hide = () => {
    shown?.removeAttribute('aria-describedby');
    shown = undefined;
    tip.hidden = true;
  };
  const add = (name, text) => { if (text) tip.append(Object.assign(document.createElement(name), { textContent: text })); };
  const show = async link => {
    if (link === shown) return;
    hide();
    shown = link;
    await load();
    const block = blockOf(link);
    const text = known?.texts[known.blocks[block.id]?.[linksOf(block).indexOf(link)]];
    if (shown !== link || !text) return;
    tip.replaceChildren();
    add('code', text[0]);
    add('p', text[1]);
    add('samp', text[2] && '= ' + text[2]);
    tip.hidden = false;
    link.setAttribute('aria-describedby', tip.id);
    const at = link.getBoundingClientRect();
    const below = at.bottom + 6 + tip.offsetHeight < innerHeight;
    tip.style.left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - tip.offsetWidth - 8)) + 'px';
    tip.style.top = (below ? at.bottom + 6 : Math.max(8, at.top - tip.offsetHeight - 6)) + 'px';
  };

  // One stop for the tab key in each block; arrow keys lead from name to name.
  for (const block of all('.code[id]')) {
    const links = linksOf(block);
    links.forEach((link, i) => { link.tabIndex = i ? -1 : 0; });
    if (!links.length) continue;
    block.addEventListener('keydown', event => {
      const at = links.indexOf(event.target);
      if (at < 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: links.length - 1 }[event.key];
      if (to === undefined || !links[to]) return;
      event.preventDefault();
      for (const link of links) link.tabIndex = -1;
      links[to].tabIndex = 0;
      links[to].focus();
    });
  }
  const named = event => blockOf(event.target) && event.target.closest('pre > code a');
  for (const kind of ['pointerover', 'focusin']) addEventListener(kind, event => { const link = named(event); if (link) show(link); });
  addEventListener('pointerout', event => { if (event.target === shown && document.activeElement !== shown) hide(); });
  addEventListener('focusout', hide);
  addEventListener('scroll', hide, { passive: true, capture: true });
  addEventListener('keydown', event => { if (event.key === 'Escape') hide(); });
})();
