// The page's violations as it is shown now.
async () => {
  const only = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
  const result = await axe.run(document, { runOnly: only, resultTypes: ['violations'], preload: false });
  return result.violations.flatMap(violation => violation.nodes.map(node => `${violation.id} at ${node.html.slice(0, 120)}`));
}
