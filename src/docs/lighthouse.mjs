// node src/docs/lighthouse.mjs [base] -> a table of Lighthouse figures on a slow phone; see lighthouse.md
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const base = process.argv[2] ?? 'http://localhost:8080';
const runs = Number(process.env.RUNS ?? 5);
const pages = ['/2023', '/entries/11', '/search', '/subjects', '/2023/figures', '/about', '/accessibility'];
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const run = promisify(execFile);

const median = numbers => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function audited(address, only) {
  const { stdout } = await run('npx', ['--yes', 'lighthouse@12.8.2', encodeURI(address), '--quiet', '--output=json',
    `--only-categories=${only}`, '--chrome-flags=--headless=new --no-sandbox --disable-gpu'], { maxBuffer: 1 << 26 });
  return JSON.parse(stdout);
}

const score = (report, category) => Math.round(100 * report.categories[category].score);
const figure = (report, audit) => report.audits[audit].numericValue;

console.log(`| page | ${categories.join(' | ')} | LCP, s | CLS |\n|---|${'---:|'.repeat(categories.length + 2)}`);
for (const page of pages) {
  const answer = await fetch(encodeURI(base + page));
  if (answer.status !== 200) {
    console.error(`${page} answers ${answer.status}: left out`);
    continue;
  }
  const whole = await audited(base + page, categories.join(','));
  const reports = [whole];
  while (reports.length < runs) {
    reports.push(await audited(base + page, 'performance'));
  }
  const middle = measure => median(reports.map(measure));
  const failed = Object.values(whole.audits).filter(audit => audit.scoreDisplayMode === 'binary' && audit.score === 0);
  failed.forEach(audit => console.error(`${page}: ${audit.id}`));
  console.log(`| \`${page}\` | ${middle(report => score(report, 'performance'))} | ${categories.slice(1)
    .map(category => score(whole, category)).join(' | ')} | ${(middle(report => figure(report, 'largest-contentful-paint')) / 1000)
    .toFixed(1)} | ${middle(report => figure(report, 'cumulative-layout-shift')).toFixed(3)} |`);
}
