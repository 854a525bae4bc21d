// On paper every step, tab and folded part is seen.
async () => {
  // What was folded is laid out with the next frame.
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  const found = [];
  const seen = each => each.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && each.getBoundingClientRect().height > 0;
  for (const step of document.querySelectorAll('.steps > li')) if (!seen(step) || !seen(step.querySelector('.picture'))) found.push(`step ${step.id} is not printed`);
  for (const tab of document.querySelectorAll('.tab')) if (!seen(tab)) found.push(`a tab is not printed: ${tab.textContent.slice(0, 60)}`);
  for (const details of document.querySelectorAll('article details:not(.as-text)')) if (![...details.children].slice(1).filter(each => each.localName !== 'button').every(seen)) found.push(`stays folded: ${details.textContent.slice(0, 60)}`);
  return found;
}
