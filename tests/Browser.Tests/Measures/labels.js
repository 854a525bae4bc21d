// Words in pictures: each inside the drawing and inside the box of its group, none over another. Invisible pictures are not measured.
() => {
  const found = [];
  const slack = 0.75;
  for (const svg of document.querySelectorAll('main svg:not(.icon, .mark)')) {
    if (svg.getBoundingClientRect().width === 0) continue;
    const name = svg.querySelector('title')?.textContent ?? svg.id;
    const texts = [...svg.querySelectorAll('text')].filter(text => text.textContent.trim()).map(text => ({ text, box: text.getBBox() }));
    const inside = (inner, outer) => inner.x >= outer.x - slack && inner.x + inner.width <= outer.x + outer.width + slack
      && inner.y >= outer.y - slack && inner.y + inner.height <= outer.y + outer.height + slack;
    const say = (text, what) => found.push(`${name}: "${text.textContent}" ${what}`);
    // Attributes hold user units, so a transformed group is compared in its own.
    const view = svg.viewBox.baseVal;
    for (const { text, box } of texts) {
      if (!text.closest('[transform]') && !inside(box, view)) say(text, 'leaves the drawing');
      const rects = [...text.parentNode.children].filter(each => each.localName === 'rect');
      if (rects.length > 0 && !text.closest('.legend') && !rects.some(rect => inside(box, rect.getBBox()))) say(text, 'leaves its box');
    }
    const screen = texts.map(({ text }) => ({ text, box: text.getBoundingClientRect() }));
    for (let i = 0; i < screen.length; i++) {
      for (let j = i + 1; j < screen.length; j++) {
        const a = screen[i].box, b = screen[j].box;
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left), down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        // Line boxes of neighbouring lines may touch; letters that lie on letters share more than a quarter of their height.
        if (across > 1 && down > Math.min(a.height, b.height) / 4) say(screen[i].text, `lies on "${screen[j].text.textContent}"`);
      }
    }
  }
  return found;
}
