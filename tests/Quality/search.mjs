// How long the search takes for each query of the list, in this machine's V8; prints the median and the slowest.
//   node search.mjs ../../artifacts/site
import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';

const assets = `${process.argv[2]}/assets/`;
const queries = readFileSync(new URL('../Browser.Tests/SearchQueries.txt', import.meta.url), 'utf8')
  .split('\n').filter(line => line && !line.startsWith('#')).map(line => line.split(' | ')[0]);
globalThis.docsiteIndex = index => { globalThis.held = docsiteSearch(index); };
for (const file of ['search.js', 'search-index.js']) runInThisContext(readFileSync(assets + file, 'utf8'), { filename: file });
const median = numbers => numbers.toSorted((one, other) => one - other)[numbers.length >> 1];
const times = queries.map(query => median(Array.from({ length: 5 }, () => {
  const start = performance.now();
  held.find(query);
  return performance.now() - start;
})));
const slowest = times.indexOf(Math.max(...times));
console.log(`${queries.length} queries: median ${median(times).toFixed(1)} ms, slowest ${times[slowest].toFixed(1)} ms (${queries[slowest]}); the bar is 50 ms`);
