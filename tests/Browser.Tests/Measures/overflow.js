// What is wider than the window, outside of boxes that scroll by themselves.
() => {
  const width = document.documentElement.clientWidth;
  const excess = document.documentElement.scrollWidth - width;
  if (excess <= 0) return [];
  const wide = [...document.querySelectorAll('main *')].filter(each => each.getBoundingClientRect().right > width + 1).slice(0, 3);
  return [`${excess} px too wide: ${wide.map(each => each.outerHTML.slice(0, 80)).join(' | ')}`];
}
