// How far things move while the page arrives: each piece of it is shown before the next one comes, as on the slowest line or machine.
async html => {
  let total = 0;
  const moved = new Set();
  const note = shifts => {
    for (const { value, sources } of shifts) {
      total += value;
      for (const { node } of sources) moved.add((node?.outerHTML ?? node?.textContent ?? '').slice(0, 80));
    }
  };
  const observer = new PerformanceObserver(list => note(list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: true });
  const shown = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));

  document.open();
  const head = html.indexOf('</head>');
  document.write(html.slice(0, head));
  // A browser shows nothing before it has the style sheets.
  const sheets = [...document.querySelectorAll('link[rel=stylesheet]')].filter(sheet => !sheet.sheet);
  await Promise.all(sheets.map(sheet => new Promise(done => { sheet.onload = sheet.onerror = done; })));
  let at = Math.max(head, html.indexOf('<main'));
  document.write(html.slice(head, at));
  // Small pieces for what is at the top of the window, larger ones for what follows: it can still move what is above.
  for (let i = 1, size = 2048; at < html.length; i++) {
    await shown();
    document.write(html.slice(at, at += size));
    if (i % 4 === 0) size *= 2;
  }
  document.close();
  // What is in the buffer is handed over before the second frame.
  await shown();
  await shown();
  note(observer.takeRecords());
  observer.disconnect();
  return total > 0.005 ? [`things move by ${total.toFixed(3)} while the page arrives: ${[...moved].slice(0, 3).join(' | ')}`] : [];
}
