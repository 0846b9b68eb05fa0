// web.mjs - the page in a browser, as a person uses it; what it saves is what the command writes. Usage: web.mjs PAGE PROGRAM
// EXAMPLES MODULES
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

const [page, program, examples, modules] = process.argv.slice(2).map(path => resolve(path));
const require = createRequire(join(modules, 'x'));
const { chromium } = require('playwright-core');
const { unzipSync } = require('fflate');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const names = readdirSync(examples).filter(name => /\d\.(txt|html|docx)$/.test(name)).sort();
const paths = names.map(name => join(examples, name));
const one = join(examples, 'zhuyu-2024.txt');

/* libtool's script before the program takes longer than the program. */
const env = { ...process.env, LD_LIBRARY_PATH: dirname(program) };
/* What the command writes; status 1 only says that there are findings. */
function command(...args) {
  try {
    return execFileSync(program, args, { cwd: examples, env, stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 });
  } catch (error) {
    assert.ok(error.status === 1 || args.includes('Makefile'), `${args.join(' ')}: status ${error.status}`);
    return error.stdout;
  }
}

const expected = {
  json: files => command('convert', '--lang=zh', '-t', 'json', ...files),
  xml: files => command('convert', '--lang=zh', '-t', 'xml', ...files),
  csv: files => Buffer.concat([Buffer.from('\uFEFF'), command('convert', '--lang=zh', '-t', 'csv', ...files)]),
  html: (files, ...options) => command('lint', '--no-config', '--format=html', '--lang=zh', ...options, ...files),
};

const chrome = execFileSync('which', [process.env.CHROMIUM || 'chromium'], { encoding: 'utf8' }).trim();
const browser = await chromium.launch({ executablePath: chrome, args: ['--no-sandbox'] });
const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, locale: 'zh-CN' });
const tab = await context.newPage();
const asked = [], complaints = [];
context.on('request', request => /^(blob|data):/.test(request.url()) || asked.push(request.url()));
tab.on('pageerror', error => complaints.push(error.message));
tab.on('console', message => message.type() === 'error' && complaints.push(message.text()));
await tab.goto(pathToFileURL(page).href);

const status = () => tab.locator('#status').textContent();
const settled = words => tab.waitForFunction(wanted => document.getElementById('status').textContent.includes(wanted), words);
/* Give files and wait until the last of them is shown. */
async function give(list, input = '#files') {
  await tab.evaluate(() => { document.getElementById('status').textContent = ''; });
  await tab.setInputFiles(input, list);
  await tab.waitForFunction(() => /条提示|notes/.test(document.getElementById('status').textContent));
}
async function saved(format) {
  await tab.waitForTimeout(150); // Chromium keeps back the twelfth download where each follows the other at once
  const [download] = await Promise.all([tab.waitForEvent('download'), tab.click(`#save [data-format=${format}]`)]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}
async function violations(where, there = tab) {
  await there.evaluate(axe);
  const { violations: found } = await there.evaluate(() => axe.run());
  assert.deepEqual(found.map(one => [where, one.id, one.nodes.slice(0, 3).map(node => node.html)]), []);
}
/* Something that a person drops or pastes. */
const transfer = parts => tab.evaluateHandle(given => {
  const data = new DataTransfer();
  for (const [type, text] of Object.entries(given))
    if (type.startsWith('text/'))
      data.setData(type, text);
    else
      data.items.add(new File([Uint8Array.from(atob(text), letter => letter.charCodeAt(0))], type));
  return data;
}, parts);
/* A page as Word lays it on the clipboard: nothing but paragraphs and tables with styles of its own. */
const asWord = html => `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head>
<meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm} --></style></head><body lang=ZH-CN><!--StartFragment-->${html
    .replace(/^.*<body>/s, '')
    .replace(/<table[^>]*>/g, '<table class=MsoNormalTable border=1 cellspacing=0 style="border-collapse:collapse">')
    .replace(/<t[dh]([^>]*)>(.*?)<\/t[dh]>/gs, '<td$1 style="border:solid windowtext 1.0pt"><p class=MsoNormal align=center>' +
      '<span lang=EN-US style="font-family:宋体">$2<o:p></o:p></span></p></td>')
    .replace(/<h\d>(.*?)<\/h\d>/gs, '<p class=MsoNormal><b><span style="font-size:16.0pt">$1</span></b></p>')}<!--EndFragment--></body></html>`;
/* The cells of a JSON document, one string each. */
const cells = document => Object.entries(JSON.parse(document).tables).flatMap(([table, { rows }]) =>
  Object.entries(rows).flatMap(([row, columns]) => Object.entries(columns).map(([column, { value, status: how }]) =>
    [table, row, column, value, how].join(' '))));
/* A draft that lacks a row in five places: more findings of a kind than are shown unfolded. */
function writeFolded(folder) {
  const path = join(folder, 'folded.txt'), draft = readFileSync(join(examples, '../tests/lint/base.txt'), 'utf8');
  writeFileSync(path, draft.replace(/^([1357]\.(属于|危及)|2\.没有).*\n/gm, ''));
  return path;
}
const base64 = path => readFileSync(path).toString('base64');

const tests = {
  async 'the page is smaller than 3.1 MB'() {
    assert.ok(statSync(page).size < 3.1e6, `${statSync(page).size} bytes`);
  },
  async 'an empty page has no barriers'() {
    await violations('empty');
    for (const name of ['选择文件 今年的报告（草稿）', '选择文件 去年的报告（可选）'])
      assert.equal(await tab.getByRole('button', { name, exact: true }).count(), 1, name);
  },
  async 'the first result is soon there'() {
    const before = Date.now();
    await give(one);
    console.log(`first result after ${Date.now() - before} ms, ${statSync(page).size} bytes`);
    assert.ok(Date.now() - before < 10000);
  },
  async 'each example is saved as the command writes it'() {
    for (const name of names) {
      await give(join(examples, name));
      assert.doesNotMatch(await tab.locator('#result').textContent(), /null|undefined/);
      for (const format of Object.keys(expected)) {
        const { name: file, bytes } = await saved(format);
        assert.equal(file, name.replace(/\.[^.]*$/, `.${format}`));
        assert.ok(bytes.equals(expected[format]([name])), `${file} differs from what the command writes`);
      }
    }
  },
  async 'findings at one place stand in the order of the command'() {
    const text = '柳汀县档案局2022年政府信息公开工作年度报告\n\n一、总体情况\n全年公开信息12条。\n';
    const path = join(mkdtempSync(join(tmpdir(), 'web-')), '柳汀.txt');
    writeFileSync(path, text);
    await give(path);
    const said = report => JSON.parse(report).findings.map(({ rule, message }) => rule + message);
    assert.deepEqual(said((await saved('json')).bytes), said(expected.json([path])));
    rmSync(dirname(path), { recursive: true });
  },
  async 'all of them in one document, and a list of files'() {
    await give(paths);
    assert.equal(await tab.locator('#list tr').count(), names.length);
    assert.equal(await tab.evaluate(() => document.getElementById('progress').position), 1, 'done, and half of the bar is empty');
    for (const format of Object.keys(expected))
      assert.ok((await saved(format)).bytes.equals(expected[format](names)), format);
    await tab.click('#list button >> nth=2');
    assert.match(await status(), new RegExp(names[2]));
    await violations('several');
  },
  async 'a file that is no report stands in the list with the reason'() {
    await give([one, join(examples, 'Makefile')]);
    assert.match(await tab.locator('#list .failed').textContent(), /报告/);
    assert.equal(await tab.locator('#several-title').textContent(), '2 个文件，1 个读不了');
    for (const format of Object.keys(expected))
      assert.ok((await saved(format)).bytes.equals(expected[format](['zhuyu-2024.txt'].concat(format === 'html' ? ['Makefile'] : []))));
  },
  async 'a dropped file'() {
    const dataTransfer = await transfer({ 'fengdu-2024.docx': base64(join(examples, 'fengdu-2024.docx')) });
    await tab.locator('#drop').dispatchEvent('drop', { dataTransfer });
    await settled('fengdu-2024.docx：');
    assert.equal(await tab.locator('.chips .error').count(), 0, 'no error is an alarm');
    assert.ok((await saved('json')).bytes.equals(expected.json(['fengdu-2024.docx'])));
  },
  async 'a dropped folder'() {
    await tab.evaluate(() => scrollTo(0, 0));
    const cdp = await context.newCDPSession(tab), { x, y } = await tab.locator('#choose').boundingBox();
    const data = { items: [], files: [examples], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'])
      await cdp.send('Input.dispatchDragEvent', { type, x, y, data });
    await settled('如果是文件夹，请打开它');
  },
  async 'last year’s report beside it'() {
    await give(one);
    await give(join(examples, 'beizhu-2023.txt'), '#previous');
    assert.match(await status(), /请注意：去年那一份是北渚市人民政府2023年的报告$/);
    const bytes = expected.html(['zhuyu-2024.txt'], '--previous=beizhu-2023.txt');
    assert.ok((await saved('html')).bytes.equals(bytes));
    assert.ok(!bytes.equals(expected.html(['zhuyu-2024.txt'])));
    await tab.click('#no-previous');
    await tab.waitForFunction(() => document.getElementById('no-previous').hidden);
  },
  async 'reports of one office of two years are compared by themselves'() {
    const text = readFileSync(one, 'utf8');
    const earlier = text.replace(/202[45]/g, year => year - 1);
    await give([text, earlier].map((report, i) => ({ name: `${2024 - i}.txt`, mimeType: 'text/plain', buffer: Buffer.from(report) })));
    await settled('比对过');
    assert.match(await status(), /^2024\.txt：.*（与 2023\.txt 比对过）$/);
    assert.match(await tab.locator('.findings').textContent(), /carry-over/);
  },
  async 'a report pasted as Word gives it, with its tables'() {
    const html = asWord(readFileSync(join(examples, 'huaipu-2023.html'), 'utf8'));
    const clipboardData = await transfer({ 'text/html': html, 'text/plain': 'without its tables' });
    await tab.evaluate(data => document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })), clipboardData);
    await settled('粘贴的报告.html：');
    assert.deepEqual(cells((await saved('json')).bytes), cells(expected.json(['huaipu-2023.html'])));
    assert.doesNotMatch(await tab.locator('.findings').textContent(), /第\d+行第/, 'nobody knows the lines of what was pasted');
  },
  async 'a report typed or pasted as text'() {
    await tab.evaluate(() => scrollTo(0, 0));
    await tab.fill('#text', readFileSync(one, 'utf8'));
    await settled('键入的报告.txt：');
    assert.equal(await tab.evaluate(() => scrollY), 0, 'whoever types is led away');
    assert.equal(JSON.parse((await saved('json')).bytes).year, 2024);
    await tab.fill('#text', '');
  },
  async 'each example to try'() {
    for (const button of await tab.locator('#examples button').all()) {
      await tab.evaluate(() => { document.getElementById('status').textContent = ''; });
      await button.click();
      await settled('条提示');
    }
  },
  async 'a PDF is read as nianbao-pdf reads it'() {
    const folder = mkdtempSync(join(tmpdir(), 'web-')), path = join(folder, 'huaipu-2023.pdf'), paper = await context.newPage();
    await paper.goto(pathToFileURL(join(examples, 'huaipu-2023.html')).href);
    writeFileSync(path, await paper.pdf({ format: 'A4' }));
    await paper.close();
    const sheets = ['weasyprint-half-ruled', 'wkhtmltopdf-small'].map(name => join(examples, `../tests/sheets/${name}.pdf`));
    const turned = [90, 180, 270].map(degrees => {
      const file = join(folder, `turned-${degrees}.pdf`), upright = readFileSync(sheets[1], 'latin1');
      writeFileSync(file, upright.replaceAll('/Type /Page\n', `/Type /Page /Rotate ${degrees}\n`), 'latin1');
      return file;
    });
    for (const file of [path, ...sheets, ...turned]) {
      await give(file);
      const { bytes } = await saved('json');
      assert.equal(JSON.parse(bytes).source.format, 'pdf');
      assert.deepEqual(cells(bytes), cells(expected.json([file])));
      /* As many characters and lines on each page. */
      const pages = sheets => sheets.match(/^page.*$/gm);
      assert.deepEqual(pages(await tab.workers()[0].evaluate(async all => sheetsOf(await pdfLibrary(), Uint8Array.from(all)),
        [...readFileSync(file)])), pages(execFileSync(join(dirname(page), 'nianbao-pdf'), { input: readFileSync(file), encoding: 'utf8' })));
    }
    /* Pictures, text that was recognised, fonts that name what they do not show, and glyphs without a name: 3 in every font. */
    const said = sheets => [sheets.match(/^(page|end).*$/gm).map(line => line.match(/[a-z]*$/)[0]), sheets.split('\uFFFD').length];
    execFileSync('python3', ['-B', '-c', `import sys; sys.path.insert(0, sys.argv[1]); import pdf_seen, pdf_refused
files = [pdf_refused.pdf(content, 1) for _, content, _ in pdf_seen.PAGES]
files.append(pdf_refused.WIDE)
files.append(pdf_seen.nameless(open(sys.argv[1] + '/sheets/wkhtmltopdf-small.pdf', 'rb').read(), rb'<0033>'))
for i, file in enumerate(files): open('%s/seen%d.pdf' % (sys.argv[2], i), 'wb').write(file)`, join(examples, '../tests'), folder]);
    for (const file of readdirSync(folder).filter(name => name.startsWith('seen')).map(name => join(folder, name)))
      assert.deepEqual(said(await tab.workers()[0].evaluate(async all => sheetsOf(await pdfLibrary(), Uint8Array.from(all)),
        [...readFileSync(file)])), said(execFileSync(join(dirname(page), 'nianbao-pdf'), { input: readFileSync(file), encoding: 'utf8' })), file);
    await tab.setInputFiles('#files', { name: '坏.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 nothing') });
    await settled('坏.pdf：PDF 文件已损坏');
    rmSync(folder, { recursive: true });
  },
  async 'an Excel file has what was found and every cell, numbers as numbers'() {
    await give(['zhuyu-2024.txt', 'chengxi-2020.txt'].map(file =>
      ({ name: file.replace('chengxi', '=chengxi'), mimeType: 'text/plain', buffer: readFileSync(join(examples, file)) })));
    const { name, bytes } = await saved('xlsx');
    assert.equal(name, '全部报告.xlsx');
    const parts = unzipSync(bytes), text = part => new TextDecoder().decode(parts[`xl/${part}.xml`]);
    const words = [...text('sharedStrings').matchAll(/<si>.*?<t[^>]*>(.*?)<\/t>/gs)].map(([, word]) => word);
    const rows = sheet => [...text(`worksheets/sheet${sheet}`).matchAll(/<row.*?<\/row>/gs)].map(([row]) =>
      Object.fromEntries([...row.matchAll(/<c r="([A-Z]+)\d+"([^>]*)>.*?<v>(.*?)<\/v>/gs)].map(([, column, how, value]) =>
        [column, how.includes('t="s"') ? words[value] : Number(value)])));
    const csv = expected.csv(['zhuyu-2024.txt', 'chengxi-2020.txt']).toString().trimEnd().split('\r\n').slice(1);
    const [head, ...cells] = rows(2);
    assert.deepEqual([head.A, head.G], ['文件', '数值']);
    assert.deepEqual(cells.map(({ A, G }) => [A, G ?? '']), csv.map(line => line.split(',')).map(fields =>
      [fields[0].replace('chengxi', '=chengxi'), fields.at(-5) && Number(fields.at(-5))]));
    assert.match(text('worksheets/sheet1'), /<row [^>]*ht="[3-9]\d"/, 'rows of several lines are one high');
    assert.ok(rows(1).some(({ A, D, E, F }) => A === 'zhuyu-2024.txt' && D === '错误' && E.startsWith('第154行，') && F.includes('16')));
  },
  async 'Chromium 86, which older 360 browsers are built on, does all of it'() {
    const folder = mkdtempSync(join(tmpdir(), 'web-')), executablePath = join(folder, 'chromium');
    const packed = name => brotliDecompressSync(readFileSync(join(modules, `chrome-aws-lambda/bin/${name}.br`)));
    writeFileSync(executablePath, packed('chromium'), { mode: 0o755 });
    execFileSync('tar', ['-x', '-C', folder], { input: packed('swiftshader.tar') });
    const old = await require('puppeteer-core').launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    try {
      assert.match(await old.version(), /\/86\./);
      const there = await old.newPage();
      await there._client.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
      await there.goto(pathToFileURL(page).href);
      for (const file of [...names, '../tests/sheets/wkhtmltopdf-small.pdf']) {
        await (await there.$('#files')).uploadFile(join(examples, file));
        await there.waitForFunction(name => new RegExp(`^${name}：.*条提示`).test(document.getElementById('status').textContent), {}, basename(file));
        for (const format of ['xlsx', ...Object.keys(expected)]) {
          const path = join(folder, basename(file).replace(/\.[^.]*$/, `.${format}`));
          await there.waitForTimeout(150); // see saved()
          await there.click(`#save [data-format=${format}]`);
          for (let tries = 0; tries < 200 && !existsSync(path); tries++)
            await there.waitForTimeout(50);
          if (names.includes(file) && format !== 'xlsx')
            assert.ok(readFileSync(path).equals(expected[format]([file])), `${path} differs from what the command writes`);
        }
      }
    } finally {
      await old.close();
      rmSync(folder, { recursive: true });
    }
  },
  async 'a finding leads to its place and back, with the keyboard too'() {
    await give(one);
    const inView = id => tab.evaluate(name => {
      const { top, bottom } = document.getElementById(name).getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }, id);
    const last = tab.locator('.findings a.pin:visible').last();
    const id = (await last.getAttribute('href')).slice(1);
    assert.ok(!await inView(id));
    await last.focus();
    await tab.keyboard.press('Enter');
    await tab.waitForFunction(name => document.querySelector(':target')?.id === name, id);
    assert.ok(await inView(id));
    await tab.click(`#${id}`);
    assert.ok(await inView(id.replace('f', 'l')));
    await violations('result');
    // A number in a circle is not read out as a part of the figure beside it, and what takes the focus has a name.
    assert.equal(await tab.getByRole('cell', { name: '61 问题4', exact: true }).count(), 1);
    for (const name of ['检查情况', '报告全文'])
      assert.equal(await tab.getByRole('region', { name, exact: true }).count(), 1, name);
  },
  async 'the command’s page with the keyboard alone'() {
    const folder = mkdtempSync(join(tmpdir(), 'web-')), path = join(folder, 'page.html'), leaf = await context.newPage();
    const draft = join(examples, '../tests/docx/draft.docx');
    writeFileSync(path, expected.html([draft, writeFolded(folder)]));
    try {
      for (const width of [1400, 375]) {
        await leaf.setViewportSize({ width, height: 760 });
        await leaf.goto(pathToFileURL(path).href);
        await violations(`page, ${width} wide`, leaf);
        const press = async key => {
          await leaf.keyboard.press(key);
          return leaf.evaluate(() => {
            const at = document.activeElement, { top, bottom, left, right } = at.getBoundingClientRect();
            const [x, y] = [(left + right) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2];
            const seen = getComputedStyle(at).outlineStyle === 'solid' && at.contains(document.elementFromPoint(x, y));
            return at === document.body ? null : { html: at.outerHTML.slice(0, 99), seen, href: at.getAttribute('href') };
          });
        };
        // Past the list, which may be long; then through all of the page and out of it.
        assert.equal((await press('Tab')).href, '#r1report');
        await leaf.keyboard.press('Enter');
        await press('Tab');
        assert.ok(await leaf.evaluate(() => document.activeElement.closest('#r1report') !== null), 'the list is not skipped');
        await leaf.goto(pathToFileURL(path).href);
        const stops = await leaf.locator('a:visible, summary:visible, [tabindex]:visible').count();
        let reached = 0;
        for (let stop; (stop = await press('Tab')) && reached <= stops; reached++)
          assert.ok(stop.seen, `the focus is not seen on ${stop.html}`);
        assert.equal(reached, stops);
        // A fold, and a place in one: who comes to it from the report reads it, and goes on from there.
        const fold = await leaf.locator('details:not([open]):has(a.pin)').first().elementHandle();
        for (const [key, wanted] of [['Enter', true], ['Space', false]]) {
          await fold.evaluate(one => one.firstElementChild.focus());
          await leaf.keyboard.press(key);
          assert.equal(await fold.evaluate(one => one.open), wanted, key);
        }
        const entry = await fold.evaluate(one => one.querySelector('li[id]').id);
        await leaf.focus(`a.pin[href="#${entry}"]`);
        await leaf.keyboard.press('Enter');
        await leaf.waitForFunction(id => document.querySelector(':target')?.id === id, entry);
        assert.ok(await fold.evaluate(one => one.open), 'a link leads into a fold that stays shut');
        assert.equal((await press('Tab')).href, `#${entry.replace('l', 'f')}`);
      }
    } finally {
      await leaf.close();
      rmSync(folder, { recursive: true });
    }
  },
  async 'what is folded is printed'() {
    const folder = mkdtempSync(join(tmpdir(), 'web-'));
    await give(writeFolded(folder));
    rmSync(folder, { recursive: true });
    const shut = () => tab.locator('#result details:not([open])').count(), before = await shut();
    assert.ok(before > 0);
    await tab.evaluate(() => dispatchEvent(new Event('beforeprint')));
    assert.equal(await shut(), 0);
    await tab.evaluate(() => dispatchEvent(new Event('afterprint')));
    assert.equal(await shut(), before);
    await give(one);
  },
  async 'in English, and narrow'() {
    await tab.click('#language');
    await settled('zhuyu-2024.txt: 1 error, 3 warnings, 2 notes');
    assert.ok((await saved('html')).bytes.equals(expected.html(['zhuyu-2024.txt'], '--lang=en')));
    await tab.setViewportSize({ width: 375, height: 760 });
    const width = await tab.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 375, `${width} pixels wide`);
    // Totals stay in sight with their label above them, over the columns that are scrolled behind them.
    const overlapping = await tab.evaluate(() => [...document.querySelectorAll('.report td + :not(.groups .total)')].filter(cell =>
      cell.getBoundingClientRect().left < cell.previousElementSibling.getBoundingClientRect().right - 1).length);
    assert.equal(overlapping, 0, 'cells stand under the label of another column');
    await violations('narrow');
    await tab.setViewportSize({ width: 1400, height: 900 });
  },
  async 'nothing was asked of a network, and nothing can be'() {
    assert.deepEqual(asked.filter(url => !url.startsWith('file:')), []);
    assert.deepEqual(complaints, []);
    let reached = 0;
    const server = createServer((request, response) => { reached++; response.end(); });
    await new Promise(done => { server.listen(0, '127.0.0.1', done); });
    const url = `http://127.0.0.1:${server.address().port}/`;
    const tries = async where => {
      await fetch(where, { mode: 'no-cors' }).catch(() => {});
      navigator.sendBeacon?.(where);
      if (globalThis.Image)
        new Image().src = where;
      await new Promise(done => { setTimeout(done, 300); });
    };
    await tab.evaluate(tries, url);
    for (const worker of tab.workers())
      await worker.evaluate(tries, url);
    assert.equal(tab.workers().length, 1);
    server.close();
    assert.equal(reached, 0);
  },
};

let failed = 0;
for (const [name, test] of Object.entries(tests))
  await test().catch(error => {
    failed++;
    console.log(`FAIL: ${name}: ${error.message}`);
  });
await browser.close();
console.log(`${Object.keys(tests).length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
