/* assemble.js - puts the page together from its parts: assemble.js VERSION ENGINE EXAMPLES MODULES LICENCE... > nianbao.html.
 * ENGINE.js is what emcc made, ENGINE.wasm.gz its module packed; the licences are those of all that is in it; MODULES is where npm has laid
 * its own. */
'use strict';

const { execFileSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const { readFileSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const part = name => readFileSync(join(__dirname, name), 'utf8');
const [version, engine, examples, modules, ...licences] = process.argv.slice(2);
const { transformSync } = require(resolve(modules, 'esbuild-wasm'));

/* What a person may try, and what they are shown of it. */
const shown = [
  ['zhuyu-2024.txt', '有错的草稿', 'A draft with mistakes'],
  ['fengdu-2024.docx', 'Word 文件', 'A Word document'],
  ['yuling-2022.txt', '从网页复制、表格漏了空白格', 'Copied from a web page, empty cells lost'],
];

const script = part('page.js');
const style = part('../output/lint.css') + part('page.css');
const hash = text => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/* Nothing may be loaded and nothing sent. 'unsafe-eval' is what browsers before 2022 (that of 360 among them) call the right
 * to run WebAssembly; it opens no way out. */
const policy = [
  "default-src 'none'",
  `script-src ${hash(script)} 'wasm-unsafe-eval' 'unsafe-eval' blob:`,
  'worker-src blob:',
  `style-src ${hash(style)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/* Smaller than zlib makes it, as the engine is; zopfli reads no pipe. */
function packed(bytes) {
  const file = `${engine}.part`;
  writeFileSync(file, bytes);
  const gzip = execFileSync('zopfli', ['--i5', '-c', file], { maxBuffer: 2 ** 30 });
  rmSync(file);
  return gzip.toString('base64');
}

/* For the letter of a character that its font does not name the reader takes the character's code, another letter that looks right. */
function unnamed(source) {
  const guess = /this\.toUnicode\.get\((\w+)\)\|\|\1;/g;
  if (source.match(guess)?.length !== 1)
    throw new Error('pdf.js names characters otherwise than before');
  return source.replace(guess, '(this.toUnicode.lastChar===undefined&&this.toUnicode.get($1))||"\\uFFFD";');
}

/* Mozilla's reader, its language and library brought down to the oldest browser that the page runs in (the 360 browser's engine), and
 * the character maps of Chinese fonts that are not embedded. */
function pdf() {
  const folder = join(modules, 'pdfjs-dist');
  const build = (name, changed = source => source) => transformSync(changed(readFileSync(join(folder, 'build', name), 'utf8')), {
    target: 'chrome86', supported: { 'optional-chain': true }, minify: true,
    banner: '/* nianbao: brought down to older browsers; a character that its font does not name is U+FFFD. */',
  }).code;
  const maps = readdirSync(join(folder, 'cmaps')).filter(name => /GB|CNS|B5/.test(name) && !/UTF(8|32)/.test(name));
  return JSON.stringify({
    main: build('pdf.min.mjs'),
    worker: build('pdf.worker.min.mjs', unnamed),
    library: readFileSync(join(modules, 'core-js-bundle/minified.js'), 'utf8'),
    maps: Object.fromEntries(maps.map(name => [name, readFileSync(join(folder, 'cmaps', name)).toString('base64')])),
  });
}

const escaped = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const parts = {
  version,
  licences: escaped(licences.map(path => readFileSync(path, 'utf8').trim()).join('\n\n')),
  policy,
  style,
  script,
  worker: [readFileSync(`${engine}.js`, 'utf8'), part('pdf.js'), part('excel.js'), part('worker.js')].join('\n'),
  engine: readFileSync(`${engine}.wasm.gz`).toString('base64'),
  pdf: packed(pdf()),
  excel: packed(readFileSync(join(modules, 'write-excel-file/bundle/write-excel-file.min.js'))),
  examples: JSON.stringify(shown.map(([name, chinese, english]) => (
    { name, chinese, english, base64: readFileSync(join(examples, name)).toString('base64') }))),
};
for (const [name, text] of Object.entries(parts))
  if (/<\/(script|style)/i.test(text))
    throw new Error(`${name} would end its own element`);
process.stdout.write(part('page.html').replace(/\{\{(\w+)\}\}/g, (whole, name) => parts[name]));
