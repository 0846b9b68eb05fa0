/* page.js - takes drafts, has them checked, shows what was found. */
'use strict';

const byId = id => document.getElementById(id);
let language = 'zh';
const say = (chinese, english) => (language === 'zh' ? chinese : english);

/* ---- the worker: one task after the other ---- */

const bytesOf = base64 => Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
const worker = new Worker(URL.createObjectURL(new Blob([byId('worker').textContent], { type: 'text/javascript' })));
worker.postMessage(Object.fromEntries(['engine', 'pdf', 'excel'].map(id => [id, byId(id).textContent])));
const waiting = new Map();
let tasks = 0;

worker.onmessage = ({ data }) => {
  const { resolve, reject } = waiting.get(data.id);
  waiting.delete(data.id);
  if (data.error === undefined)
    resolve(data.result);
  else
    reject(new Error(data.error));
};

function ask(task, data) {
  return new Promise((resolve, reject) => {
    waiting.set(++tasks, { resolve, reject });
    worker.postMessage({ id: tasks, task, chinese: language === 'zh', ...data });
  });
}

/* ---- what is on the desk ---- */

/* Files are {name, bytes}; entries what was found in them: {file, page, summary, agency, year, previous, doubt} or {file, error},
 * where `previous` is the file of last year's report and `doubt` what speaks against it. `last` is an entry, too. */
let files = [], last = null, entries = [], shown = 0, round = 0;

/* A folder that is dropped is a file, too, but has no bytes. */
async function read(list) {
  return Promise.all([...list].map(async file => ({
    name: file.name,
    ...await file.arrayBuffer().then(bytes => ({ bytes: new Uint8Array(bytes) }), () => ({ bytes: new Uint8Array(), lost: true })),
  })));
}

async function take(list, arrive = true) {
  files = await read(list);
  shown = 0;
  if (files.length)
    await checkAll(arrive);
}

async function takePrevious(list) {
  const [file] = await read([...list].slice(0, 1));
  last = file ? await check(file) : null;
  showPrevious();
  if (files.length)
    await checkAll(false);
}

function showPrevious() {
  byId('previous-name').textContent = last ? `${last.file.name} ${last.error ?? ''}` : '';
  byId('no-previous').hidden = !last;
}

async function check(file, previous) {
  try {
    if (file.lost)
      throw new Error(say('读不到内容。拖进来的如果是文件夹，请打开它，选中里面的文件再拖进来',
        'it cannot be read. If it is a folder, open it and drop the files in it'));
    if (isPdf(file))
      file.bytes = await pagesOf(file);
    return { file, previous, ...await ask('check', { file, previous }) };
  } catch (error) {
    return { file, error: error.message };
  }
}

/* Its mark may stand behind other bytes (ISO 32000-1, annex H.3.4.1). */
const isPdf = ({ bytes }) => String.fromCharCode(...bytes.slice(0, 1024)).includes('%PDF-');

/* A PDF as the compiler takes it. Browsers older than its reader cannot run that. */
function pagesOf({ bytes }) {
  return ask('pages', { bytes }).catch(() => {
    throw new Error(say('这个浏览器太旧，读不了 PDF。请打开 PDF，全选、复制，粘贴到上面的框里；有 Word 原稿的，请用原稿。',
      'This browser is too old to read PDF. Open it, copy all of it and paste it above; or take the Word document it was made from.'));
  });
}

/* Last year's report for an entry: the one that was given for a single report, else one of the same office. */
function lastYears(entry, found) {
  if (last && !last.error && files.length === 1)
    return last;
  return [...found, last].find(one => one && entry.agency && one.agency === entry.agency && one.year === entry.year - 1);
}

/* What speaks against taking a report for last year's of the same office, in words. */
function doubts({ agency, year }, before) {
  const same = !agency || !before.agency || agency.includes(before.agency) || before.agency.includes(agency);
  if (same && (!year || !before.year || before.year === year - 1))
    return '';
  const [office, which] = [before.agency ?? say('另一机关', 'another office'), before.year ?? say('另一', 'another year')];
  return say(` 请注意：去年那一份是${office}${which}年的报告`, `; mind that last year’s is a report of ${office} on ${which}`);
}

/* Check all files, one at a time; a later round ends an earlier one. `arrive`: the reader is led to the result. */
async function checkAll(arrive) {
  const mine = ++round, found = [];
  byId('progress').max = files.length;
  byId('progress').value = 0;
  byId('progress').hidden = files.length < 2;
  const step = async (file, previous) => {
    status(say(`正在检查 ${file.name}……`, `Checking ${file.name}…`));
    byId('progress').value++;
    return check(file, previous);
  };
  for (const file of files) {
    found.push(await step(file));
    if (mine !== round)
      return;
  }
  const pairs = [...found.entries()].map(([index, entry]) => [index, entry, lastYears(entry, found)])
    .filter(([, { page }, before]) => page && before);
  byId('progress').max += pairs.length;
  for (const [index, entry, before] of pairs) {
    found[index] = { ...await step(entry.file, before.file), doubt: doubts(entry, before) };
    if (mine !== round)
      return;
  }
  byId('progress').hidden = true;
  entries = found;
  show(Math.min(shown, entries.length - 1), arrive);
}

/* ---- showing ---- */

function status(words) {
  byId('status').textContent = words;
}

function element(name, text, properties) {
  const made = document.createElement(name);
  made.textContent = text;
  return Object.assign(made, properties);
}

/* The page of findings with its findings on one side and the report on the other. */
function sides(page) {
  const main = new DOMParser().parseFromString(page.slice(page.indexOf('<main>')), 'text/html').querySelector('main');
  const title = main.querySelector('h1');
  const heading = element('h2', '', { className: 'title', lang: 'zh', id: title.id });
  heading.append(...title.childNodes);
  title.replaceWith(heading);
  const left = element('div', '', { className: 'left' }), right = element('div', '', { className: 'right' });
  left.append(main.querySelector('header'), main.querySelector('.findings'));
  right.append(...main.querySelectorAll('.legend, .report'));
  for (const [region, name] of [[left, say('检查情况', 'What was found')], [right, say('报告全文', 'The report')]]) {
    region.setAttribute('role', 'region');
    region.setAttribute('aria-label', name);
  }
  for (const region of [left, right, ...right.querySelectorAll('.scroll')])
    region.tabIndex = 0;
  return [left, right];
}

const several = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;

function counts({ errors, warnings, notes }) {
  return say(`${errors} 个错误，${warnings} 个警告，${notes} 条提示`,
    `${several(errors, 'error')}, ${several(warnings, 'warning')}, ${several(notes, 'note')}`);
}

function outcome({ file, error, summary, previous, doubt }) {
  const compared = previous ? say(`（与 ${previous.name} 比对过）`, ` (compared with ${previous.name})`) + doubt : '';
  return file.name + say('：', ': ') + (error ?? counts(summary) + compared);
}

function show(index, arrive) {
  shown = Math.max(index, 0);
  const entry = entries[shown];
  byId('result').replaceChildren(...(entry && entry.page ? sides(entry.page) : []));
  byId('save').hidden = !entries.some(one => one.page);
  showList();
  if (!entry)
    return;
  status(outcome(entry));
  byId('status').classList.toggle('error', Boolean(entry.error));
  if (arrive)
    byId('status').scrollIntoView();
}

function row(entry, index) {
  const line = document.createElement('tr');
  const open = element('button', entry.file.name, { type: 'button', onclick: () => show(index, true) });
  open.setAttribute('aria-current', index === shown);
  const name = element('th', '', { scope: 'row' });
  name.append(open);
  line.append(name);
  if (entry.error) {
    line.append(element('td', entry.error, { colSpan: 5, className: 'failed' }));
    return line;
  }
  const { errors, warnings, notes } = entry.summary;
  line.append(...[entry.agency, entry.year, errors, warnings, notes].map(value => element('td', value ?? '')));
  line.cells[3].classList.toggle('wrong', errors > 0);
  return line;
}

function showList() {
  const failed = entries.filter(one => one.error).length;
  byId('several').hidden = entries.length < 2;
  byId('several-title').textContent = say(`${entries.length} 个文件${failed ? `，${failed} 个读不了` : ''}`,
    `${entries.length} files${failed ? `, ${failed} of which cannot be read` : ''}`);
  byId('list').replaceChildren(...entries.map(row));
}

/* ---- saving ---- */

const types = {
  html: 'text/html', csv: 'text/csv', json: 'application/json', xml: 'application/xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

async function save(format) {
  status(say('正在生成文件……', 'Writing the file…'));
  const bytes = await ask('write', { format, files: entries.map(entry => [entry.file, entry.previous]) });
  /* Excel takes a CSV without this mark for the encoding of the system. */
  const parts = format === 'csv' ? ['\uFEFF', bytes] : [bytes];
  const name = entries.length === 1 ? files[0].name.replace(/\.[^.]*$/, '') : say('全部报告', 'all-reports');
  const url = URL.createObjectURL(new Blob(parts, { type: types[format] }));
  element('a', '', { href: url, download: `${name}.${format}` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
  status(outcome(entries[shown]));
}

/* ---- ways in: chosen, dropped, pasted, typed, an example ---- */

function chooser(button, input, taker) {
  byId(button).onclick = () => byId(input).click();
  byId(input).onchange = () => {
    taker(byId(input).files);
    byId(input).value = '';
  };
}
chooser('choose', 'files', take);
chooser('choose-previous', 'previous', takePrevious);
byId('no-previous').onclick = () => takePrevious([]);

function zone(event) {
  return event.target.closest && event.target.closest('#drop-previous') ? byId('drop-previous') : byId('drop');
}

function mark(over) {
  for (const place of document.querySelectorAll('.drop'))
    place.classList.toggle('over', place === over);
}

addEventListener('dragover', event => {
  event.preventDefault();
  mark(zone(event));
});
addEventListener('dragleave', event => event.relatedTarget || mark(null));
addEventListener('drop', event => {
  event.preventDefault();
  mark(null);
  const taker = zone(event).id === 'drop' ? take : takePrevious;
  if (event.dataTransfer.files.length)
    taker(event.dataTransfer.files);
});

function takeText(name, text, arrive) {
  return take([new File([text], name)], arrive);
}

/* A table that is pasted as text has lost its cells, so the markup is taken where there is a table in it. */
addEventListener('paste', event => {
  const data = event.clipboardData, html = data.getData('text/html');
  if (data.files.length && !data.getData('text/plain'))
    take(data.files);
  else if (/<table/i.test(html))
    takeText(say('粘贴的报告.html', 'pasted.html'), html);
  else if (event.target === byId('text'))
    return;
  else
    takeText(say('粘贴的报告.txt', 'pasted.txt'), data.getData('text/plain'));
  event.preventDefault();
});

/* Whoever types on is not led away. */
let pause;
byId('text').oninput = ({ inputType }) => {
  clearTimeout(pause);
  pause = setTimeout(() => byId('text').value.trim() &&
    takeText(say('键入的报告.txt', 'typed.txt'), byId('text').value, inputType === 'insertFromPaste'), 500);
};

for (const { name, chinese, english, base64 } of JSON.parse(byId('example-files').textContent)) {
  const button = element('button', chinese, { type: 'button' });
  button.dataset.en = english;
  button.onclick = () => take([new File([bytesOf(base64)], name)]);
  byId('examples').append(button, ' ');
}

byId('save').onclick = ({ target: { dataset: { format } } }) => format &&
  save(format).catch(error => status(say(`没有保存：${error.message}`, `Not saved: ${error.message}`)));
byId('print').onclick = () => print();

/* On paper nothing is folded. Browsers before 2024 cannot be told so in the style. */
let unfolded = [];
addEventListener('beforeprint', () => {
  unfolded = [...byId('result').querySelectorAll('details:not([open])')];
  unfolded.forEach(one => { one.open = true; });
});
addEventListener('afterprint', () => unfolded.forEach(one => { one.open = false; }));

/* ---- the other language ---- */

function translate() {
  for (const one of document.querySelectorAll('[data-en]')) {
    one.dataset.zh ??= one.textContent;
    one.textContent = one.dataset[language];
  }
  for (const one of document.querySelectorAll('[data-en-label]')) {
    one.dataset.zhLabel ??= one.getAttribute('aria-label');
    one.setAttribute('aria-label', one.dataset[`${language}Label`]);
  }
  document.documentElement.lang = say('zh-CN', 'en');
  document.title = document.querySelector('h1').textContent;
  byId('language').textContent = say('English', '中文');
  byId('language').lang = say('en', 'zh-CN');
}

byId('language').onclick = () => {
  language = say('en', 'zh');
  translate();
  if (files.length)
    checkAll(false);
};

if (!globalThis.WebAssembly || !globalThis.DecompressionStream)
  status(say('浏览器太旧，不能运行检查程序。请用新一些的 Edge、Chrome、360 或 Firefox 打开。', ''));
