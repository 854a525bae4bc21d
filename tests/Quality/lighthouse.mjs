// Serves the built site as a plain host would and has Lighthouse look at one page of each kind. Anything below 100 fails.
// Usage: node lighthouse.mjs <folder of the site> [page ...]
import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const [folder, ...asked] = process.argv.slice(2);
if (!folder || !existsSync(join(folder, 'index.html'))) {
  console.error('Usage: node lighthouse.mjs <folder of the site> [page ...]; the folder has to hold a built site.');
  process.exit(2);
}
const kinds = ['index.html', 'learn/a-number-is-not-a-promise.html', 'thread/the-proper-model.html', 'api/linuxmm.machine.html', 'thread/verdicts.html'];
const pages = asked.length > 0 ? asked : kinds;
const missing = pages.filter(page => !existsSync(join(folder, page)));
if (missing.length > 0) {
  console.error(`Not in the site: ${missing.join(', ')}`);
  process.exit(2);
}

const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.json': 'application/json', '.png': 'image/png', '.txt': 'text/plain', '.xml': 'application/xml' };
const server = createServer((request, response) => {
  const path = join(folder, decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
  const file = path.endsWith('/') ? path + 'index.html' : path;
  if (!existsSync(file)) return response.writeHead(404).end();
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'content-encoding': 'gzip', 'cache-control': 'max-age=31536000' });
  response.end(gzipSync(readFileSync(file)));
});
await new Promise(ready => server.listen(0, '127.0.0.1', ready));

const chrome = await launch({ chromePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu'] });
let failed = 0;
for (const page of pages) {
  const { lhr } = await lighthouse(`http://127.0.0.1:${server.address().port}/${page}`, { port: chrome.port, logLevel: 'error' });
  const scores = Object.values(lhr.categories).map(category => Math.round(category.score * 100));
  const below = Object.values(lhr.categories).filter(category => category.score < 1)
    .flatMap(category => category.auditRefs.filter(ref => ref.weight > 0 && lhr.audits[ref.id].score !== null && lhr.audits[ref.id].score < 1))
    .map(ref => `  ${ref.id}: ${lhr.audits[ref.id].displayValue ?? lhr.audits[ref.id].title}`);
  const timing = ['largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift'].map(id => lhr.audits[id].displayValue).join(', ');
  console.log([`${scores.join('/')}  ${page}  (${timing})`, ...below].join('\n'));
  if (below.length > 0) failed++;
}
await chrome.kill();
server.close();
process.exit(failed > 0 ? 1 : 0);
