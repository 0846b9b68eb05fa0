/* page.js - takes drafts, has them checked, shows what was found. */
'use strict';

const byId = id => document.getElementById(id);
let language = 'zh';
const say = (chinese, english) => (language === 'zh' ? chinese : english);

/* ---- the worker: one task after the other ---- */

const bytesOf = base64 => Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
const worker = new Worker(URL.createObjectURL(new Blob([byId('engine').textContent], { type: 'text/javascript' })));
worker.postMessage(bytesOf(byId('packed').textContent));
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

/* Files are {name, bytes}; entries what was found in them: {file, page, summary, agency, year} or {file, error}. */
let files = [], previous = null, entries = [], shown = 0, round = 0;

async function read(list) {
  return Promise.all([...list].map(async file => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));
}

async function take(list) {
  files = await read(list);
  shown = 0;
  if (files.length)
    await checkAll(true);
}

async function takePrevious(list) {
  [previous] = await read([...list].slice(0, 1));
  showPrevious();
  if (files.length)
    await checkAll(false);
}

function showPrevious() {
  byId('previous-name').textContent = previous ? previous.name : '';
  byId('no-previous').hidden = !previous;
}

/* Check all files, one at a time; a later round ends an earlier one. `arrive`: the reader is led to the result. */
async function checkAll(arrive) {
  const mine = ++round, found = [];
  byId('progress').max = files.length;
  for (const file of files) {
    byId('progress').value = found.length;
    byId('progress').hidden = files.length < 2;
    status(say(`正在检查 ${file.name}……`, `Checking ${file.name}…`));
    try {
      found.push({ file, ...await ask('check', { file, previous }) });
    } catch (error) {
      found.push({ file, error: error.message });
    }
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
  const heading = element('h2', '', { className: 'title', lang: 'zh' });
  heading.append(...title.childNodes);
  title.replaceWith(heading);
  const left = element('div', '', { className: 'left' }), right = element('div', '', { className: 'right' });
  left.append(main.querySelector('header'), main.querySelector('.findings'));
  right.append(main.querySelector('.legend'), main.querySelector('.report'));
  for (const region of [left, right, ...right.querySelectorAll('.scroll')])
    region.tabIndex = 0;
  return [left, right];
}

function counts({ errors, warnings, notes }) {
  return say(`${errors} 个错误，${warnings} 个警告，${notes} 条提示`, `${errors} errors, ${warnings} warnings, ${notes} notes`);
}

function show(index, arrive) {
  shown = Math.max(index, 0);
  const entry = entries[shown];
  byId('result').replaceChildren(...(entry && entry.page ? sides(entry.page) : []));
  byId('save').hidden = !entries.some(one => one.page);
  showList();
  if (!entry)
    return;
  status(entry.error ? `${entry.file.name}：${entry.error}` : `${entry.file.name}：${counts(entry.summary)}`);
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
  return line;
}

function showList() {
  byId('several').hidden = entries.length < 2;
  byId('list').replaceChildren(...entries.map(row));
}

/* ---- saving ---- */

const types = { html: 'text/html', csv: 'text/csv', json: 'application/json', xml: 'application/xml' };

async function save(format) {
  const good = entries.filter(entry => entry.page).map(entry => entry.file);
  const bytes = await ask('write', { format, files: good, previous });
  /* Excel takes a CSV without this mark for the encoding of the system. */
  const parts = format === 'csv' ? ['\uFEFF', bytes] : [bytes];
  const name = good.length === 1 ? good[0].name.replace(/\.[^.]*$/, '') : say('全部报告', 'all-reports');
  const url = URL.createObjectURL(new Blob(parts, { type: types[format] }));
  element('a', '', { href: url, download: `${name}.${format}` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
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

function takeText(name, text) {
  return take([new File([text], name)]);
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

let pause;
byId('text').oninput = () => {
  clearTimeout(pause);
  pause = setTimeout(() => byId('text').value.trim() && takeText(say('键入的报告.txt', 'typed.txt'), byId('text').value), 400);
};

for (const { name, chinese, english, base64 } of JSON.parse(byId('example-files').textContent)) {
  const button = element('button', chinese, { type: 'button' });
  button.dataset.en = english;
  button.onclick = () => take([new File([bytesOf(base64)], name)]);
  byId('examples').append(button, ' ');
}

byId('save').onclick = event => event.target.dataset.format && save(event.target.dataset.format);
byId('print').onclick = () => print();

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
