// pictures.mjs - the pictures of the README, taken by a browser of what the program writes. Usage: pictures.mjs PROGRAM SOURCES FOLDER
// Modules of npm are found from the working folder.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [program, sources, folder] = process.argv.slice(2).map(path => resolve(path));
const { chromium } = createRequire(resolve('x'))('playwright-core');
const examples = join(sources, 'examples');

/* Status 1 only says that there are findings. */
function command(...args) {
  try {
    return execFileSync(program, args, { cwd: examples, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 });
  } catch (error) {
    if (error.status !== 1)
      throw error;
    return error.stdout;
  }
}

/* ---- the panel: a report a line; some of its numbers, and each of its cells as a mark of its status ---- */

const statuses = { given: ['印出', '#2f6f4f'], placed: ['推定', '#7fb069'], derived: ['推算', '#9ecae1'], suspect: ['存疑', '#d1495b'],
  ambiguous: ['多解', '#edae49'], unread: ['未读出', '#9d4edd'], na: ['无', '#b9c3cd'], blank: ['空', '#dfe5ea'], missing: ['缺', '#f6f8fa'] };
const shown = [['received', '新收'], ['carried_in', '上年结转'], ['granted', '予以公开'], ['partly_granted', '部分公开'],
  ['unavailable.not_held', '不掌握'], ['outcome_total', '办结'], ['carried_out', '结转下年']];

function line({ agency, year, form, tables }) {
  const total = row => tables.applications?.rows[row]?.total ?? { value: null, status: 'missing' };
  const numbers = shown.map(([row]) => total(row)).map(({ value, status }) =>
    `<td class="number" style="--status:${statuses[status][1]}">${value ?? ''}</td>`);
  const marks = Object.values(tables).map(({ rows }) => `<div>${Object.values(rows).flatMap(row => Object.values(row))
    .map(({ status }) => `<i style="background:${statuses[status][1]}"></i>`).join('')}</div>`);
  return `<tr><th>${agency}</th><td>${year}</td><td>${form}</td>${numbers.join('')}<td class="marks">${marks.join('')}</td></tr>`;
}

function panel(reports) {
  return `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><style>
body { margin: 0; padding: 18px; width: 1164px; font: 14px/1.35 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #1d2733 }
table { border-collapse: collapse; width: 100% }
th, td { padding: 5px 8px; text-align: left; border-bottom: 1px solid #e3e8ed; white-space: nowrap; font-weight: normal }
thead th { color: #566573; font-size: 13px } .number { text-align: right; padding-left: 18px; background: linear-gradient(var(--status) 0 0) 6px 50% / 5px 16px no-repeat }
.marks div { display: inline-grid; grid: repeat(7, 6px) / auto-flow 8px; gap: 1px; margin-right: 14px; vertical-align: top; min-width: 52px }
.marks div:nth-child(2) { min-width: 224px } th.marks div { display: inline-block } p { margin: 12px 0 0; color: #566573; font-size: 13px }
p i { display: inline-block; width: 11px; height: 11px; margin: 0 4px 0 14px; vertical-align: -1px }</style>
<table><thead><tr><th>机关</th><th>年度</th><th>表样</th>${shown.map(([, words]) => `<th>${words}</th>`).join('')}<th class="marks">${['主动公开', '依申请公开（全部单元格的状态）', '复议诉讼'].map(words => `<div>${words}</div>`).join('')}</th></tr></thead>
${reports.map(line).join('\n')}</table><p>${Object.entries(statuses).map(([name, [words, colour]]) =>
    `<i style="background:${colour}"></i>${words} ${name}`).join('')}</p></html>`;
}

/* ---- the pictures ---- */

const names = readdirSync(examples).filter(name => /\d\.(txt|html|docx)$/.test(name)).sort();
const reports = JSON.parse(command('convert', '--quiet', '-t', 'json', ...names)).filter(({ form }) => form !== '2008');
const pages = {
  'findings.png': command('lint', '--no-config', '--format=html', '--lang=zh', 'zhuyu-2024.txt'),
  'panel.png': panel(reports.sort((one, other) => one.year - other.year)),
};
mkdirSync(folder, { recursive: true });
const chrome = execFileSync('which', [process.env.CHROMIUM || 'chromium'], { encoding: 'utf8' }).trim();
const browser = await chromium.launch({ executablePath: chrome, args: ['--no-sandbox'] });
const tab = await browser.newPage({ viewport: { width: 1200, height: 760 }, colorScheme: 'light' });
for (const [name, page] of Object.entries(pages)) {
  await tab.setContent(page);
  await (name === 'panel.png' ? tab.locator('body') : tab).screenshot({ path: join(folder, name) });
}
await browser.close();
