// Without script the address chooses the step: it alone is seen, and its links lead on and back.
() => {
  const found = [];
  for (const steps of document.querySelectorAll('.steps')) {
    const all = [...steps.children];
    const shown = () => all.filter(step => getComputedStyle(step).visibility === 'visible');
    for (const [i, step] of all.entries()) {
      location.hash = step.id;
      const now = shown();
      if (now.length !== 1 || now[0] !== step) found.push(`#${step.id} shows ${now.map(each => each.id).join(', ') || 'nothing'}`);
      if (!step.checkVisibility()) found.push(`#${step.id} stays out of sight`);
      for (const [to, at] of [['back', i - 1], ['next', i + 1]]) {
        const link = step.querySelector(`[data-to="${to}"]`);
        if (link?.hash !== (all[at] && `#${all[at].id}`)) found.push(`#${step.id} does not lead ${to}`);
      }
    }
    location.hash = '';
    if (shown()[0] !== all[0] || shown().length !== 1) found.push(`${steps.parentNode.id} does not start at its first step`);
  }
  return found;
}
