// Search is loaded when it is first asked for: / or Ctrl-K, or the button.
(() => {
  'use strict';
  const button = document.querySelector('.search-button');
  if (!button) return;
  const load = file => new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement('script'), { src: button.dataset.root + 'assets/' + file, onload: done, onerror: failed }));
  });
  let loading;
  const open = async () => {
    window.docsiteIndex ??= index => { window.docsiteIndex.held = index; };
    await (loading ??= load('search.js').then(() => { docsiteSearchBox.open(); return load('search-index.js'); }).then(() => docsiteSearchBox.use(window.docsiteIndex.held)));
    docsiteSearchBox.open();
  };
  button.addEventListener('click', open);
  addEventListener('keydown', event => {
    const isShortcut = event.key === 'k' && (event.ctrlKey || event.metaKey) || event.key === '/' && !event.target.closest('input, textarea, select');
    if (!isShortcut || event.altKey) return;
    event.preventDefault();
    open();
  });
})();
