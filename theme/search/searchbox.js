// The search box: a dialog with a list, made when it is first opened.
(() => {
  'use strict';
  if (!globalThis.document) return;
  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const root = document.querySelector('.search-button').dataset.root;
  const input = make('input', { type: 'search', id: 'site-query', autocomplete: 'off', spellcheck: false, placeholder: 'Words, names, errors' });
  const list = make('ul', { id: 'site-found' });
  const label = make('label', { htmlFor: 'site-query', textContent: 'Search' });
  const state = make('p', { className: 'found-state', textContent: 'Loading' });
  state.setAttribute('role', 'status');
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-controls': 'site-found', 'aria-expanded': 'false', 'aria-autocomplete': 'list' })) input.setAttribute(name, value);
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Results');
  const close = make('button', { type: 'button', textContent: 'Close' });
  const box = make('dialog', { className: 'search' }, make('div', { className: 'search-head' }, label, input, close), state, list);
  box.setAttribute('aria-label', 'Search');
  document.body.append(box);
  close.addEventListener('click', () => box.close());
  box.addEventListener('click', event => { if (event.target === box) box.close(); });

  const kinds = { page: 'page', section: 'section', term: 'glossary', claim: 'claim', type: 'type', member: 'member', name: 'kernel name', code: 'error' };
  let searcher;
  let options = [];
  let at = -1;
  const mark = to => {
    options[at]?.removeAttribute('aria-selected');
    at = to;
    options[at]?.setAttribute('aria-selected', 'true');
    options[at]?.scrollIntoView({ block: 'nearest' });
    if (options[at]) input.setAttribute('aria-activedescendant', options[at].id);
    else input.removeAttribute('aria-activedescendant');
  };
  const show = () => {
    const query = input.value.trim();
    const found = query && searcher ? searcher.find(query) : [];
    options = found.map((one, i) => {
      const link = make('a', { href: root + one.href, tabIndex: -1 }, make('b', { textContent: one.title }), make('span', { textContent: one.page === one.title ? kinds[one.kind] : `${kinds[one.kind]} · ${one.page}` }));
      const option = make('li', { id: 'site-found-' + i }, link);
      option.setAttribute('role', 'option');
      return option;
    });
    list.replaceChildren(...options);
    input.setAttribute('aria-expanded', String(options.length > 0));
    state.textContent = !searcher ? 'Loading' : !query ? 'Arrow keys choose, Enter opens.' : found.length ? `${found.length} found` : 'Nothing found. Try fewer or other words.';
    mark(options.length ? 0 : -1);
  };
  input.addEventListener('input', show);
  input.addEventListener('keydown', event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length) {
      event.preventDefault();
      mark((at + step + options.length) % options.length);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      box.close();
    } else if (event.key === 'Enter' && options[at]) {
      event.preventDefault();
      options[at].firstChild.click();
    }
  });
  list.addEventListener('click', event => { if (event.target.closest('a')) box.close(); });
  window.docsiteSearchBox = {
    open: () => { if (!box.open) box.showModal(); input.select(); show(); },
    use: index => { searcher = docsiteSearch(index); show(); },
  };
})();
