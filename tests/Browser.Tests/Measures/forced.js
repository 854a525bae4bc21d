// Colours chosen by the reader's system: words and lines of pictures, which are not forced, stand out from what they lie on.
() => {
  const pixel = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const light = colour => {
    pixel.clearRect(0, 0, 1, 1);
    pixel.fillStyle = colour;
    pixel.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...pixel.getImageData(0, 0, 1, 1).data].map(each => each / 255).map(each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  const probe = document.body.appendChild(document.createElement('p'));
  probe.style.cssText = 'background: Canvas; color: CanvasText';
  const canvas = getComputedStyle(probe).backgroundColor;
  probe.remove();

  const found = [];
  if (!matchMedia('(forced-colors: active)').matches) found.push('the colours are not forced');
  for (const svg of document.querySelectorAll('main svg:not(.icon, .mark)')) {
    if (svg.getBoundingClientRect().width === 0 || svg.closest('[aria-hidden=true]')) continue;
    const name = svg.querySelector('title')?.textContent ?? svg.id;
    const boxes = [...svg.querySelectorAll('rect')].map(rect => ({ rect, at: rect.getBoundingClientRect(), fill: getComputedStyle(rect).fill })).filter(({ fill }) => !/none|url|^rgba\(.*, 0\)$/.test(fill));
    const under = point => boxes.filter(({ at }) => at.left <= point.x && point.x <= at.right && at.top <= point.y && point.y <= at.bottom).pop()?.fill ?? canvas;
    for (const text of svg.querySelectorAll('text')) {
      if (!text.textContent.trim()) continue;
      const box = text.getBoundingClientRect();
      const ground = under({ x: box.left + 1, y: box.top + box.height / 2 });
      const ratio = contrast(getComputedStyle(text).fill, ground);
      if (ratio < 4.5) found.push(`${name}: "${text.textContent}" has a contrast of ${ratio.toFixed(1)}`);
    }
    for (const shape of svg.querySelectorAll('rect, path, circle, line')) {
      const { stroke, opacity } = getComputedStyle(shape);
      if (shape.closest('defs, pattern, marker, .cross, .diamond, .heads, .chip, .share') || /none|url/.test(stroke) || opacity < 1) continue;
      if (contrast(stroke, canvas) < 3) found.push(`${name}: the edge of ${shape.outerHTML.slice(0, 80)} cannot be seen`);
    }
  }
  return found;
}
