// Comforts on top of pages that work without them: chosen colours, copying, keys in figures, the place in the contents.
(() => {
  'use strict';
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const make = (name, properties) => Object.assign(document.createElement(name), properties);

  const announcer = make('p', { className: 'unseen' });
  announcer.setAttribute('role', 'status');
  document.body.append(announcer);
  const say = text => { announcer.textContent = text; };

  // Colours: as the system, light or dark; remembered where the browser lets us.
  const chosen = document.documentElement.dataset.theme ?? '';
  for (const radio of all('.scheme input')) {
    radio.checked = radio.value === chosen;
    radio.addEventListener('change', () => {
      if (radio.value) document.documentElement.dataset.theme = radio.value;
      else delete document.documentElement.dataset.theme;
      try {
        if (radio.value) localStorage.setItem('scheme', radio.value);
        else localStorage.removeItem('scheme');
      } catch { /* private windows may refuse; the choice then lasts for this page */ }
    });
  }

  // Copy: the code as written, hidden lines too, without the comments that state values.
  const codeOf = pre => {
    const copy = pre.cloneNode(true);
    all('.v, .note', copy).forEach(stated => stated.remove());
    return copy.textContent.replace(/[ \t]+$/gm, '').replace(/\n+$/, '\n');
  };
  const icon = path => `<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="${path}"/></svg>`;
  const sheets = icon('M6 5V2.5h7.5V10H11M2.5 5.5h8V13.5h-8z');
  const tick = icon('M3 8.5 6.5 12 13 4.5');
  for (const block of all('.code')) {
    const pre = block.querySelector('pre');
    const button = make('button', { type: 'button', className: 'copy', title: 'Copy', innerHTML: sheets });
    button.setAttribute('aria-label', 'Copy');
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(codeOf(pre));
        button.innerHTML = tick;
        say('Copied');
      } catch {
        getSelection().selectAllChildren(pre);
        say('Selected; copy it with the keyboard');
      }
      setTimeout(() => { button.innerHTML = sheets; }, 2000);
    });
    (block.querySelector('details') ?? block).append(button);
  }

  // A link to a figure at the step that is seen.
  for (const button of all('.tools .link')) {
    const drawn = button.innerHTML;
    button.addEventListener('click', async () => {
      const figure = button.closest('.figure');
      history.replaceState(null, '', '#' + (figure.querySelector('.live > .on') ?? figure).id);
      try {
        await navigator.clipboard.writeText(location.href);
        button.innerHTML = tick;
        say('Link copied');
      } catch {
        say('The address of the page now leads here');
      }
      setTimeout(() => { button.innerHTML = drawn; }, 2000);
    });
  }

  // The lines of a block that led to a step are marked in the block too, where the browser can mark text.
  const lineRange = (code, first, last) => {
    const texts = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
    const range = new Range();
    let line = 0;
    range.setStart(code, 0);
    for (let text; (text = texts.nextNode());) {
      for (let at = text.data.indexOf('\n'); at >= 0; at = text.data.indexOf('\n', at + 1)) {
        line++;
        if (line === first) range.setStart(text, at + 1);
        if (line > last) { range.setEnd(text, at); return range; }
      }
    }
    range.setEnd(code, code.childNodes.length);
    return range;
  };
  const markBlock = step => {
    const ran = step.querySelector('.ran');
    const code = ran && document.getElementById(ran.dataset.block)?.querySelector('code');
    if (code && window.Highlight) CSS.highlights.set('step', new Highlight(lineRange(code, +ran.dataset.first, +ran.dataset.last)));
    else window.CSS?.highlights?.delete('step');
  };

  // Figures: stepping keeps the scroll place and the history; arrow keys work while focus is inside.
  const show = (steps, step, focusOn) => {
    for (const each of steps.children) each.classList.toggle('on', each === step);
    if (!focusOn) return;
    (step.querySelector(focusOn) ?? step.querySelector('[aria-current]')).focus({ preventScroll: true });
    history.replaceState(null, '', '#' + step.id);
    markBlock(step);
    say(all('.step-title, .caption, .steps > li > .violation', step).map(part => part.textContent).join('. ').replace(/\s+/g, ' '));
  };
  const fromAddress = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const tab = target && target.closest('.tab');
    if (tab) tab.previousElementSibling.previousElementSibling.checked = true;
    return target;
  };
  for (const steps of all('.steps')) {
    if (steps.children.length < 2) continue;
    const target = fromAddress();
    show(steps, target && target.parentNode === steps ? target : steps.firstElementChild);
    steps.classList.add('live');
    steps.addEventListener('click', event => {
      const link = event.target.closest('.track a');
      if (!link) return;
      event.preventDefault();
      const to = link.dataset.to;
      show(steps, document.getElementById(link.hash.slice(1)), to ? `[data-to=${to}]` : '[aria-current]');
    });
    steps.closest('.figure').addEventListener('keydown', event => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const now = steps.querySelector('.on');
      const step = {
        ArrowLeft: now.previousElementSibling, ArrowRight: now.nextElementSibling,
        Home: steps.firstElementChild, End: steps.lastElementChild,
      }[event.key];
      if (!step || event.target.closest('pre, input')) return;
      event.preventDefault();
      show(steps, step, '[aria-current]');
    });
  }
  addEventListener('hashchange', () => {
    const target = fromAddress();
    if (!target || !target.parentNode.classList.contains('live')) return;
    show(target.parentNode, target);
    markBlock(target);
  });

  // The same story in another variant goes on at the same step.
  for (const tabs of all('.tabs:has(.steps.live)')) {
    const figures = all(':scope > .tab .steps', tabs);
    let place = 0;
    tabs.addEventListener('change', event => {
      if (event.target.parentNode !== tabs) return;
      const tab = event.target.nextElementSibling.nextElementSibling;
      const steps = figures.find(each => tab.contains(each));
      if (steps?.children[place]) show(steps, steps.children[place]);
    });
    new MutationObserver(() => {
      const steps = figures.find(each => each.checkVisibility());
      if (steps) place = Math.max(0, [...steps.children].findIndex(step => step.matches('.on')));
    }).observe(tabs, { subtree: true, attributeFilter: ['class'] });
  }

  for (const figure of all('.figure')) {
    // An enlarged figure leaves its place; the text behind it must not move.
    figure.addEventListener('beforetoggle', event => {
      if (event.target !== figure) return;
      const holder = figure.parentNode;
      if (event.newState === 'open') figure.insertAdjacentElement('beforebegin', make('div', { className: 'held' })).style.height = figure.offsetHeight + 'px';
      else holder.querySelector(':scope > .held')?.remove();
    });
    // Whoever reads the state as text reads it in every step.
    const texts = all('.as-text', figure);
    texts.forEach(text => text.addEventListener('toggle', () => texts.forEach(other => { other.open = text.open; })));
  }

  // Escape puts away what a term says, until it is left.
  addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    for (const term of all('.term:is(:hover, :focus)')) {
      term.classList.add('hush');
      for (const left of ['blur', 'mouseleave']) term.addEventListener(left, () => term.classList.remove('hush'), { once: true });
    }
  });

  // The contents mark the heading that is being read.
  const links = new Map(all('.contents a').map(link => [link.hash.slice(1), link]));
  const headings = [...links.keys()].map(id => document.getElementById(decodeURIComponent(id))).filter(Boolean);
  if (headings.length) {
    const mark = () => {
      const passed = headings.filter(heading => heading.getBoundingClientRect().top < innerHeight / 3).pop();
      for (const [id, link] of links) link.classList.toggle('here', passed?.id === decodeURIComponent(id));
    };
    const observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -66% 0px' });
    headings.forEach(heading => observer.observe(heading));
  }
  // A long menu shows where the reader is.
  const current = document.querySelector('.menu [aria-current]');
  if (current) {
    const menu = document.getElementById('site-menu');
    menu.scrollTop = Math.max(0, current.offsetTop - menu.clientHeight / 3);
  }
  document.getElementById('site-menu')?.addEventListener('click', event => {
    if (event.target.closest('a[href^="#"]') && event.currentTarget.matches(':popover-open')) event.currentTarget.hidePopover();
  });

  // ? lists the keys.
  const help = make('dialog', { className: 'keys' });
  help.setAttribute('aria-labelledby', 'site-keys');
  help.innerHTML = '<form method="dialog"><h2 id="site-keys">Keys</h2><dl><dt><kbd>←</kbd> <kbd>→</kbd></dt><dd>step through the figure that has the focus</dd><dt><kbd>Home</kbd> <kbd>End</kbd></dt><dd>its first and last step</dd><dt><kbd>/</kbd> <kbd>Ctrl</kbd> <kbd>K</kbd></dt><dd>search</dd><dt><kbd>Tab</kbd> <kbd>←</kbd> <kbd>→</kbd></dt><dd>reach a block of code, go from name to name</dd><dt><kbd>?</kbd></dt><dd>this list</dd><dt><kbd>Esc</kbd></dt><dd>close</dd></dl><button>Close</button></form>';
  document.body.append(help);
  addEventListener('keydown', event => {
    if (event.key !== '?' || event.target.closest('input, textarea, select')) return;
    if (!help.open) help.showModal();
  });
})();
