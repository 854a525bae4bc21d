// Every control takes the focus, in page order, and shows that it has it. The page has been used by keyboard before.
() => {
  const found = [];
  const shown = each => {
    const style = getComputedStyle(each);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
  };
  for (const each of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')) {
    const name = each.outerHTML.slice(0, 90);
    if (each.tabIndex > 0) found.push(`has an order of its own: ${name}`);
    if (each.tabIndex < 0 || each.disabled || !each.checkVisibility({ visibilityProperty: true })) {
      // Names in code are one stop of the Tab key a block; arrow keys go on from there.
      const isInGroup = each.closest('pre')?.querySelector('a[tabindex="0"]');
      if (!isInGroup && each.matches('a[href], button, summary') && each.checkVisibility({ visibilityProperty: true })) found.push(`is out of reach: ${name}`);
      continue;
    }
    each.focus({ preventScroll: true });
    if (document.activeElement !== each) found.push(`takes no focus: ${name}`);
    else if (![each, each.closest('label'), each.nextElementSibling].some(one => one && shown(one))) found.push(`hides the focus: ${name}`);
  }
  document.activeElement?.blur();
  return found;
}
