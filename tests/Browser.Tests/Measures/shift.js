// How far things moved while the page was loaded.
async () => {
  let total = 0;
  const observer = new PerformanceObserver(list => { for (const shift of list.getEntries()) total += shift.value; });
  observer.observe({ type: 'layout-shift', buffered: true });
  // What is in the buffer is handed over before the second frame.
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  observer.disconnect();
  return total > 0.01 ? [`things moved by ${total.toFixed(3)} while loading`] : [];
}
