// The page's violations; with every step of every figure laid open, as on paper.
async rules => {
  const open = document.head.appendChild(Object.assign(document.createElement('style'), {
    textContent: '.steps, .steps > li { display: block !important } .steps > li { visibility: visible !important }',
  }));
  // A book's chapters are pages too, read one by one: in other colours and widths its frame and its first chapter are looked at.
  const first = document.querySelector('.chapter');
  const others = rules.length > 0 ? [...document.querySelectorAll('.chapter ~ .chapter')] : [];
  for (const chapter of others) chapter.remove();
  const only = rules.length > 0 ? { type: 'rule', values: rules } : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
  const result = await axe.run(document, { runOnly: only, resultTypes: ['violations'], preload: false });
  open.remove();
  first?.after(...others);
  return result.violations.flatMap(violation => violation.nodes.map(node => `${violation.id} at ${node.html.slice(0, 120)}: ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ''}`));
}
